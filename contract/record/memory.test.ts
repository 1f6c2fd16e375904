import { openMemoryRecord } from '@muster/record-memory';
import { describeRecordContract } from './describe-record-contract.ts';

describeRecordContract('memory', async () => {
  const record = openMemoryRecord();
  return { record, close: () => record.close() };
});
