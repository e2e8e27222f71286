import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { ProfileInvalid } from '../imports.errors.js';
import { profileSchema } from './check-profile.js';
import type { Profile } from './profile.js';

const shipped = fileURLToPath(new URL('../../../profiles/', import.meta.url));

/** Names of the profiles that come with the product. */
export const shippedProfiles = (): string[] =>
  readdirSync(shipped)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => basename(file, '.yaml'))
    .sort();

/** A shipped profile by its name, or a user's own by the path of its file. @throws ProfileInvalid */
export function loadProfile(nameOrPath: string): Profile {
  const path = /[./\\]/.test(nameOrPath) ? nameOrPath : join(shipped, `${nameOrPath}.yaml`);
  if (!existsSync(path)) {
    const known = shippedProfiles().join(', ');
    throw new ProfileInvalid(nameOrPath, `there is no such file; profiles that come with Headwater: ${known}`);
  }
  return parseProfile(readFileSync(path, 'utf8'), nameOrPath);
}

/** @throws ProfileInvalid naming the line and the key that is wrong */
export function parseProfile(text: string, label: string): Profile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken)
    throw new ProfileInvalid(label, `line ${String(lines.linePos(broken.pos[0]).line)}: ${broken.message.split('\n')[0] ?? ''}`);
  const parsed = profileSchema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  throw new ProfileInvalid(label, parsed.error.issues.map((issue) => sentence(issue, document, lines)).join('; '));
}

function sentence(issue: z.core.$ZodIssue, document: Document, lines: LineCounter): string {
  const line = lineOf(issue.path, document, lines);
  const where = issue.path.length > 0 ? `${issue.path.join('.')} ` : '';
  return `${line === null ? '' : `line ${String(line)}: `}${where}${wordsOf(issue)}`;
}

const wordsOf = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'unrecognized_keys') return `knows no ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'is missing';
  return issue.message;
};

/** The line of the deepest part of the path that the file has. */
function lineOf(path: readonly PropertyKey[], document: Document, lines: LineCounter): number | null {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node: unknown = document.getIn(path.slice(0, depth), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range))
      return lines.linePos(Number(node.range[0])).line;
  }
  return null;
}
