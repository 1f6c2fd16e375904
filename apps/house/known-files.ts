/** Everything Muster puts into a data folder. */
const known =
  /^(postgres([.-][\w.-]+)?|(owner|secrets|server)\.json([.-][\w.-]+)?|token|person-keys|log-(key|checkpoint|witnessed)(\.[\w.]+)?|witnesses\.json(\.[\w.]+)?)$/;

/** The first name in a data folder that Muster did not put there; undefined when all are known. */
export const foreignFile = (names: readonly string[]): string | undefined => names.find((name) => !known.test(name));
