import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Stop } from '../session.ts';
import { addLawVerbs } from './law.ts';

const shipped = fileURLToPath(new URL('../../../law/us', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-law-'));
  cpSync(shipped, folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What `muster law …` prints, or how it stops. */
async function law(...typed: readonly string[]): Promise<{ readonly out: string; readonly stop?: Stop }> {
  let out = '';
  const written = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  const program = new Command('muster').exitOverride();
  addLawVerbs(program);
  try {
    await program.parseAsync(['law', ...typed], { from: 'user' });
    return { out };
  } catch (error) {
    if (error instanceof Stop) return { out, stop: error };
    throw error;
  } finally {
    written.mockRestore();
  }
}

/** Changes a file of the copied pack, and puts it back afterwards. */
async function changed<T>(file: string, from: string, to: string, work: () => Promise<T>): Promise<T> {
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  if (!before.includes(from)) throw new Error(`${file} no longer holds ${from}`);
  writeFileSync(path, before.replace(from, to));
  return work().finally(() => writeFileSync(path, before));
}

const asked = ['--status', 'T10_NO_EXCEPTION', '--task', 'ARR', '--place', 'TX', '--on', '2026-06-01'];

describe('muster law check', () => {
  it('finds every pack shipped sound, and says how much it looked at', async () => {
    const { out, stop } = await law('check');
    expect(stop).toBeUndefined();
    for (const pack of ['us', 'us-wildfire', 'eu-ucpm', 'uk-maca']) expect(out).toContain(`${pack}: sound.`);
    expect(JSON.parse((await law('check', 'uk-maca', '--json')).out).packs).toMatchObject([
      { pack: 'uk-maca', faults: [], provisions: 1 },
    ]);
  });

  it('refuses a faulty pack with file, line and what was meant, and ends with 2', async () => {
    const { stop } = await changed('emac/rule.cedar', 'hostGovernor', 'hostGoverner', () => law('check', folder));
    expect(stop?.exitCode).toBe(2);
    expect(stop?.message).toMatch(/emac\/rule\.cedar:3: .*"hostGoverner".* Maybe "hostGovernor"\./);
    expect(stop?.message).toContain('the one in use stays');
  });

  it('ends with 2 for a folder that is not there', async () => {
    expect((await law('check', 'no-such-pack')).stop).toMatchObject({ code: 'LAW_FAULTY', exitCode: 2 });
  });
});

describe('muster law why', () => {
  it('tells the verdicts, their grounds and the limits, and that counsel decides', async () => {
    const { out } = await law('why', ...asked, '--lender', 'OH');
    for (const words of [
      'May people of the State of Ohio, serving under Title 10, do the task Arrest (ARR) in Texas on 2026-06-01?',
      'Our reading: no. It is forbidden.',
      'Forbidden by Posse Comitatus Act and its military rules: 18 USC 1385; 10 USC 275; 32 CFR 182.',
      'Permitted by Calling a Guard into federal service: 10 USC 12406.',
      'Litigation: 2025-12-23: The Supreme Court',
      "The President's order ends it.",
      'counsel decides',
      'Law pack us ',
    ])
      expect(out.replace(/\s+/g, ' ')).toContain(words);
  });

  it('gives JSON that holds both verdicts and each policy with its provision', async () => {
    const explanation = JSON.parse((await law('why', ...asked, '--json')).out);
    expect(explanation).toMatchObject({
      together: { kind: 'forbidden', needs: [] },
      gate: { kind: 'needs', contested: true },
      task: { kind: 'forbidden', because: ['posse-comitatus.no-arrest'] },
      asked: { code: 'T10_NO_EXCEPTION', task: { id: 'arrest', code: 'ARR' } },
    });
    expect(explanation.policies[0]).toMatchObject({ confidence: 'high', provision: { id: 'posse-comitatus' } });
  });

  it('asks back for every word it does not know, and ends with 2', async () => {
    const { stop } = await law('why', '--status', 'T10_EXCEPTION', '--task', 'ARRX', '--place', 'Texsas');
    expect(stop).toMatchObject({ code: 'LAW_WORD_UNKNOWN', exitCode: 2 });
    expect(stop?.message).toContain('Did you mean "Texas"?');
    expect(stop?.message).toContain('Did you mean "ARR"?');
  });

  it('says which other pack knows a code', async () => {
    const { stop } = await law('why', '--status', 'WILDFIRE_NWCG', '--task', 'LOG', '--place', 'TX');
    expect(stop?.message).toContain('add --pack us-wildfire');
    const wildfire = ['--pack', 'us-wildfire', '--status', 'WILDFIRE_LINE', '--task', 'suppression'];
    const { out } = await law('why', ...wildfire, '--place', 'southwest', '--lender', 'BLM', '--on', '2026-06-01');
    expect(out).toContain('a tour of 14 days');
    expect(out).toContain('Bureau of Land Management');
  });
});

describe('muster law matrix', () => {
  it('shows a letter for each verdict', async () => {
    const { out } = await law('matrix', '--on', '2026-06-01');
    expect(out).toMatch(/T10_NO_EXCEPTION +N +N +N +N +N +C +F +F +F +F +C\n/);
  });

  it('writes a page that needs nothing else: every cell leads to a note, which it also shows', async () => {
    const file = join(folder, 'matrix.html');
    await law('matrix', '--on', '2026-06-01', '--html', file);
    const page = readFileSync(file, 'utf8');
    rmSync(file);
    expect(page).not.toMatch(/(src|href)="(?!#)/);
    const links = [...page.matchAll(/<a href="#(note-\d+)"[^>]*aria-describedby="([\w-]+)"/g)];
    expect(links).toHaveLength(20 * 11);
    for (const [, note, tip] of links) {
      expect(page).toContain(`<li id="${note}">`);
      expect(page).toContain(`id="${tip}"`);
    }
    expect(page).toContain('18 USC 1385; 10 USC 275; 32 CFR 182 (posse-comitatus.no-arrest, confidence high)');
  });
});

describe('muster law diff', () => {
  it('lists what changes to the pack shipped, with the citations of both', async () => {
    const { out } = await changed(
      'posse-comitatus/rule.cedar',
      'action == Muster::Action::"crowdControl"',
      'action == Muster::Action::"detentionSupport"',
      () => law('diff', folder, '--on', '2026-06-01'),
    );
    expect(out).toMatch(/^From us .* to us .*: 1 verdict changes\./);
    expect(out).toContain('Title 10, no exception (T10_NO_EXCEPTION), crowdControl');
    expect(out).toContain('before: no authority found');
    expect(out).toContain('after:  forbidden. 18 USC 1385; 10 USC 275 [posse-comitatus.no-crowd-control].');
  });

  it('finds no change between a pack and its copy', async () => {
    expect(JSON.parse((await law('diff', folder, '--json')).out)).toMatchObject({ verdicts: [], grounds: [] });
  });
});
