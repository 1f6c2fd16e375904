import { openMemoryRecord } from '@muster/record-memory';
import { describeLogContract } from './describe-log-contract.ts';
import { describeRecordContract } from './describe-record-contract.ts';

describeRecordContract('memory', async () => {
  const record = openMemoryRecord();
  return { record, close: () => record.close() };
});

describeLogContract('memory', async () => {
  const record = openMemoryRecord();
  return { record, close: () => record.close() };
});
