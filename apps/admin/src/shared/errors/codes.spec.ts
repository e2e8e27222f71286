import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dictionary } from '../../i18n/dictionary';
import { flatten, locales, type Locale } from '../../i18n/messages';

const root = join(import.meta.dirname, '../../../../..');
const source = (path: string) => readFileSync(join(root, path), 'utf8');

/** Told on the command line, to whoever runs it. */
const isOfTheCommandLine = (path: string) => /^(demo|imports|cli|testing)\//.test(path);

const files = readdirSync(join(root, 'apps/api/src'), { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.ts') && !path.endsWith('.spec.ts') && !isOfTheCommandLine(path),
);

const quoted = (text: string): string[] => [...text.matchAll(/'([A-Z][A-Z_]{2,})'/g)].map((match) => match[1]!);

/** What `extends DomainError` says in its own body; refusals of cases pass on codes whose texts the API sends along. */
const ofClasses = files.flatMap((path) =>
  [...source(`apps/api/src/${path}`).matchAll(/^export class \w+ extends DomainError \{\n(.*?)^\}/gms)].flatMap((match) =>
    quoted(match[1]!),
  ),
);

const ofRequests = quoted(/const requestCodes = .*?\]/s.exec(source('apps/api/src/common/graphql-errors.ts'))![0]);

const union = (path: string, name: string): string[] =>
  [...new RegExp(`export type ${name} =\\n((?:  \\| '\\w+'\\n?;?)+)`).exec(source(path))![1]!.matchAll(/'(\w+)'/g)].map(
    (match) => match[1]!,
  );

/** The API calls some problems by other words than the libraries. */
const renamed: Readonly<Record<string, string>> = {
  HAS_ACTIVE_CHILDREN: 'ACTIVE_CHILDREN',
  COMPULSORY_FROM_DEFAULT: 'COMPULSORY_FIELD',
  BRANCH_MAY_NOT_SET: 'NOT_BRANCH_SETTABLE',
};
const PROBLEMS = 'libs/policy/src/check/problem.ts';
const ofProblems = [
  ...union('libs/org-tree/src/problems.ts', 'TreeProblemCode'),
  ...union(PROBLEMS, 'ValueProblemCode'),
  ...union(PROBLEMS, 'ChangeProblemCode'),
].map((code) => renamed[code] ?? code);

/** Told of a change before it is made. */
const ofPreviews = files.flatMap((path) =>
  [...source(`apps/api/src/${path}`).matchAll(/\{ ?\s*code: '([A-Z_]+)', field/g)].map((match) => match[1]!),
);

const keys = (locale: Locale) => new Set(dictionary.flatMap((part) => flatten(part[locale])).map(([key]) => key));

describe.each(locales)('in %s', (locale) => {
  const known = keys(locale);
  const hasProblem = (code: string) => [...known].some((key) => key === `problem.${code}` || key.startsWith(`problem.${code}_`));

  it('every code with which the API refuses has a sentence', () => {
    expect(ofClasses.length).toBeGreaterThan(40);
    const wanted = [...ofClasses, ...ofRequests, 'INTERNAL'];
    expect(wanted.filter((code) => !known.has(`error.${code}`) && !known.has(`problem.${code}`))).toEqual([]);
  });

  it('so has every problem that stands against a change', () => {
    expect(ofProblems.length).toBeGreaterThan(35);
    expect(ofPreviews).toContain('SUCCESSOR_REQUIRED');
    expect([...ofProblems, ...ofPreviews].filter((code) => !hasProblem(code))).toEqual([]);
  });
});
