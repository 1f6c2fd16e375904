export * from './events.ts';
export { notePastDeployment } from './note-past-deployment.ts';
export { correctPerson } from './people/correct-person.ts';
export { erasePerson } from './people/erase-person.ts';
export { notePerson } from './people/note-person.ts';
export * from './people/person-data.ts';
export { readParticulars } from './people/read-particulars.ts';
export { erased as personErased } from './people/refusals.ts';
export { gatherPerson, type ServingPerson } from './people/state.ts';
