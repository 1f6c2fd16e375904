import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/** SP 800-63B-4: a password alone has 15 letters at least; what they are made of is nobody's business. */
const leastLetters = 15;
const mostLetters = 256;

/** As costly as OWASP asks for: 2^15 blocks of 1 KiB, three times over; 32 MiB for as long as it takes. */
const cost = { log2: 15, blockSize: 8, parallel: 3 } as const;

interface Cost {
  readonly log2: number;
  readonly blockSize: number;
  readonly parallel: number;
}

/** What is kept of a password. */
export async function sealPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  const parts = [cost.log2, cost.blockSize, cost.parallel, salt.toString('base64url'), key.toString('base64url')];
  return ['scrypt', ...parts].join('$');
}

export async function isPassword(given: string, sealed: string): Promise<boolean> {
  const [kind, log2, blockSize, parallel, salt, key] = sealed.split('$');
  if (kind !== 'scrypt' || !salt || !key) return false;
  const known = Buffer.from(key, 'base64url');
  const numbers = { log2: Number(log2), blockSize: Number(blockSize), parallel: Number(parallel) };
  return timingSafeEqual(await derive(given, Buffer.from(salt, 'base64url'), numbers), known);
}

function derive(password: string, salt: Buffer, { log2, blockSize, parallel }: Cost): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** log2, r: blockSize, p: parallel, maxmem: 2 ** log2 * blockSize * 256 };
  return new Promise((settle, fail) => {
    scrypt(password.normalize('NFKC'), salt, 32, options, (error, key) => (error ? fail(error) : settle(key)));
  });
}

/** Why a password may not be chosen, in one sentence; undefined where it may. */
export function passwordFault(password: string, about: readonly string[]): string | undefined {
  const text = password.normalize('NFKC');
  const letters = [...text].length;
  if (letters < leastLetters) {
    return `The password has ${letters} characters: choose one with ${leastLetters} or more, such as four words that have nothing to do with each other.`;
  }
  if (letters > mostLetters) return `The password has ${letters} characters: ${mostLetters} are the most.`;
  if (isCommon(text, about)) {
    return 'That password is among the first that somebody else would try: choose one that only you would think of.';
  }
  return undefined;
}

/**
 * Guessed first: runs of the keyboard, the alphabet or numbers, one short piece again and again, and the commonest
 * words, our own name and the member's own, put one after the other. Lists of leaked passwords hold few others of 15
 * letters or more.
 */
function isCommon(text: string, about: readonly string[]): boolean {
  const plain = text.toLowerCase().replace(/[\s_.,;:!?@#$%^&*()+=\-'"/\\|<>[\]{}~`]/g, '');
  if (plain === '' || isRepeated(plain)) return true;
  const own = about.flatMap((word) => word.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 2);
  let rest = plain;
  for (const word of [...commonWords, ...own].sort((a, b) => b.length - a.length)) rest = rest.replaceAll(word, '');
  rest = withoutRuns(rest).replace(/\d{1,4}/g, '');
  return [...rest].length < 6;
}

const isRepeated = (text: string): boolean => /^(.{1,6}?)\1*$/u.test(text) || /^(.{1,6}?)\1{2,}.{0,6}$/u.test(text);

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1q2w3e4r5t6y7u8i9o0p',
  '01234567890',
];
const runs = rows.flatMap((row) => [row, [...row].reverse().join('')]);

/** Leaves out each piece of four letters or more that lies so on a row. */
function withoutRuns(text: string): string {
  let rest = text;
  for (const run of runs) {
    for (let length = run.length; length >= 4; length -= 1) {
      for (let at = 0; at + length <= run.length; at += 1) rest = rest.replaceAll(run.slice(at, at + length), '');
    }
  }
  return rest;
}

const commonWords =
  'password passwort passphrase letmein welcome iloveyou qwerty dragon monkey football baseball basketball master sunshine princess shadow superman batman trustno trustnoone michael jordan jennifer hunter charlie thomas george computer internet starwars freedom whatever forever secret changeme default administrator admin login access security america american unitedstates government muster national guard summer winter spring autumn january february march april june july august september october november december monday friday company please letme hello world correcthorsebatterystaple thisisapassword mypassword iamthe thisis'.split(
    ' ',
  );
