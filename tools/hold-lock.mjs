import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const beatMs = 1_000;
const silentMs = 15_000;

/**
 * Runs `work` while no other process that asks for the same lock file does. The holder writes its process id
 * into the file and touches it every second, so that a lock left by a killed process is found out and taken over.
 */
export async function holdLock(file, work, onWait) {
  mkdirSync(dirname(file), { recursive: true });
  for (let told = false; !(await take(file)); told = true) {
    if (!told) onWait(holderOf(file));
    await pause(200);
  }
  const beat = setInterval(() => utimesSync(file, new Date(), new Date()), beatMs);
  const release = () => rmSync(file, { force: true });
  process.on('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    process.off('exit', release);
    release();
  }
}

async function take(file) {
  const abandoned = isAbandoned(file);
  if (abandoned) rmSync(file, { force: true });
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  // Two waiters may both have found the old lock abandoned; the second then removed the first one's new lock.
  if (abandoned) await pause(500);
  return holderOf(file) === process.pid;
}

function holderOf(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function isAbandoned(file) {
  try {
    if (Date.now() - statSync(file).mtimeMs > silentMs) return true;
  } catch {
    return false;
  }
  const holder = holderOf(file);
  if (!holder) return false;
  try {
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
