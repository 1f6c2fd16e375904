export * from './record-port.ts';
