import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { AnsweredCommand } from '@muster/audit';
import { verifierKeyText } from '@muster/log';
import { checkBundle } from '@muster/record-bundle';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { giveAll, no, submit, wholeStory } from '../flow/toy-flow.ts';
import { heardRecord } from './heard-record.ts';
import { bundleOf, linesOf, logKey, strangerKey, writeLines } from './toy-bundle.ts';

vi.setConfig({ testTimeout: 120_000 });

const script = fileURLToPath(new URL('../../tools/verify.py', import.meta.url));
const vectors = fileURLToPath(new URL('../../../shared/vectors/', import.meta.url));
if (!existsSync(vectors))
  throw new Error('The third-party vectors are missing: ../shared/vectors must stand beside the repository.');
const folder = mkdtempSync(join(tmpdir(), 'muster-second-'));
const at = (name: string) => join(folder, name);

/** Answers as the script does, one file a line, so that Python is started once. */
const asked = `
import sys, json, io, contextlib
sys.dont_write_bytecode = True
sys.path.insert(0, ${JSON.stringify(fileURLToPath(new URL('../../tools', import.meta.url)))})
import verify
for line in sys.stdin:
    ask = json.loads(line)
    if "signature" in ask:
        said = verify.verifies(*(bytes.fromhex(ask[k]) for k in ("key", "signature", "message")))
    elif "proof" in ask:
        try:
            verify.check_inclusion(ask["index"], ask["size"], verify.unbase64(ask["leaf"]), [verify.unbase64(p) for p in ask["proof"]], verify.unbase64(ask["root"]))
            said = True
        except ValueError:
            said = False
    else:
        with contextlib.redirect_stdout(io.StringIO()) as out:
            said = verify.main(*ask["main"]) == 0
    print(json.dumps(said), flush=True)
`;

if (spawnSync('python3', ['--version']).status !== 0) {
  throw new Error(
    'The second verifier, tools/verify.py, cannot be tested: there is no python3 here. Install it, then run the tests again.',
  );
}
const python = spawn('python3', ['-c', asked], { stdio: ['pipe', 'pipe', 'inherit'] });
const answers = createInterface(python.stdout)[Symbol.asyncIterator]();
async function second(ask: object): Promise<boolean> {
  python.stdin.write(`${JSON.stringify(ask)}\n`);
  const { value, done } = await answers.next();
  if (done) throw new Error('tools/verify.py stopped with an error, told above.');
  return JSON.parse(value) as boolean;
}
afterAll(() => {
  python.stdin.end();
  rmSync(folder, { recursive: true, force: true });
});

const whole = at('whole.muster');
const altered = at('altered.muster');
let commands: AnsweredCommand[];
beforeAll(async () => {
  const heard = heardRecord();
  await giveAll(heard.record, [submit('early'), ...wholeStory, no('leave', 'WithdrawConsent', 'south')]);
  commands = [...heard.commands(), ...heard.silent()];
  await bundleOf(whole, commands);
});

const key = verifierKeyText(logKey);
/** Both must say the same; gives what they say. */
async function both(file: string, given: string | undefined = key): Promise<boolean> {
  const { faults } = await checkBundle(file, given === undefined ? {} : { key: given === key ? logKey : strangerKey });
  const ours = faults.length === 0;
  expect(await second({ main: given === undefined ? [file] : [file, given] }), JSON.stringify(faults)).toBe(ours);
  return ours;
}

describe('the second verifier', () => {
  it('is of fewer than 200 lines and takes nothing but the standard library', () => {
    const text = readFileSync(script, 'utf8');
    expect(text.split('\n').length - 1).toBeLessThan(200);
    const imported = text.match(/^import (.*)$/m)?.[1]?.split(', ');
    expect(imported).toEqual(['base64', 'functools', 'gzip', 'hashlib', 'json', 're', 'sys', 'zlib']);
  });

  it('judges every Ed25519 signature of Wycheproof and every inclusion proof of transparency-dev as they say', async () => {
    const text = readFileSync(join(vectors, 'wycheproof/ed25519_test.json'), 'utf8');
    let signatures = 0;
    for (const { publicKey, tests } of JSON.parse(text).testGroups) {
      for (const { tcId, msg, sig, result } of tests) {
        const said = await second({ key: publicKey.pk, signature: sig, message: msg });
        expect(said, `${tcId}`).toBe(result === 'valid');
        signatures++;
      }
    }
    expect(signatures).toBe(151);
    const proofs = readdirSync(join(vectors, 'merkle/inclusion'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(readFileSync(join(vectors, 'merkle/inclusion', name), 'utf8')));
    for (const { leafIdx, treeSize, root, leafHash, proof, desc, wantErr } of proofs) {
      const said = await second({ index: leafIdx, size: treeSize, leaf: leafHash, root, proof: proof ?? [] });
      expect(said, desc).toBe(!wantErr);
    }
    expect(proofs).toHaveLength(98);
  });

  it('agrees on whole bundles: packed, unsealed, of one command, of many, with no key given, under another key', async () => {
    expect(await both(whole)).toBe(true);
    expect(await both(whole, undefined)).toBe(true);
    expect(await both(whole, verifierKeyText(strangerKey))).toBe(false);
    await bundleOf(at('packed.muster.gz'), commands);
    expect(await both(at('packed.muster.gz'))).toBe(true);
    await bundleOf(altered, commands, { sealed: false });
    expect(await both(altered)).toBe(true);
    await bundleOf(altered, commands, { key: strangerKey });
    expect(await both(altered)).toBe(false);
    await bundleOf(altered, commands, { origin: 'other.example/record' });
    expect(await both(altered)).toBe(false);
    for (const n of [0, 1, 2, 255, 256, 257, 700]) {
      const many = Array.from({ length: n }, (_, i): AnsweredCommand => {
        const event = JSON.stringify({ commandId: `cmd_${i}`, position: i + 1, stream: 's' });
        return { commandId: `cmd_${i}` as never, body: '{}', answer: '{}', events: [event], firstLeaf: i };
      });
      await bundleOf(altered, many);
      expect(await both(altered), `${n}`).toBe(true);
    }
  });

  it('takes no seal under another name, and nothing beside what the last line holds', async () => {
    const lines = linesOf(whole);
    const last = lines.at(-1) as string;
    for (const changed of [last.replace('"seal":', '"real":'), last.replace(/}$/, ',"more":1}')]) {
      expect(changed).not.toBe(last);
      writeLines(altered, lines.with(-1, changed));
      expect(await both(altered)).toBe(false);
    }
  });

  it('agrees wherever a bit was flipped, a line left out, doubled or put elsewhere', async () => {
    const bytes = readFileSync(whole);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async (bit) => {
        const flipped = Buffer.from(bytes);
        flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7));
        writeFileSync(altered, flipped);
        expect(await both(altered)).toBe(false);
      }),
      { numRuns: 250 },
    );
    const lines = linesOf(whole);
    for (const [i, line] of lines.entries()) {
      for (const changed of [
        lines.toSpliced(i, 1),
        lines.toSpliced(i, 0, line),
        lines.toSpliced(i, 1).toSpliced((i + 3) % lines.length, 0, line),
      ]) {
        writeLines(altered, changed);
        expect(await both(altered), `line ${i + 1}`).toBe(false);
      }
    }
  });

  it('is run from a command line, and ends with 0 or 1', () => {
    const run = (...args: string[]) => spawnSync('python3', [script, ...args], { encoding: 'utf8' });
    expect(run(whole, key)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^It holds: \d+ events of toy\.example\/record, sealed\.\n$/),
    });
    expect(run(whole, verifierKeyText(strangerKey))).toMatchObject({
      status: 1,
      stderr: '',
      stdout: expect.stringMatching(/^It does not hold: .*\.\n$/),
    });
    expect(run(at('none'))).toMatchObject({ status: 1, stderr: '' });
  });
});
