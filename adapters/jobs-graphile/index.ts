export {
  type Job,
  type JobFigures,
  type JobStanding,
  type Jobs,
  type OpenJobs,
  openJobs,
  type Tasks,
} from './open-jobs.ts';
