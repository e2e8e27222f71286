import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined';
import { useTranslate } from 'ra-core';
import { useRuleText, type Problem } from '../rules';
import { ScopedLink } from '../scope';

/** A check that failed, or something to be known, as the API found it. */
export type Check = Problem;

/** Units that are named of one check. */
const EXAMPLES = 5;

function Place({ check }: { check: Check }) {
  const t = useTranslate();
  if (check.nodeName == null) return null;
  if (check.nodeId == null) return <> · {check.nodeName}</>;
  return (
    <>
      {' · '}
      <ScopedLink to={`/effective/${check.nodeId}`} title={t('rules.effect.open', { unit: check.nodeName })}>
        {check.nodeName}
      </ScopedLink>
    </>
  );
}

interface SameChecks {
  readonly text: string;
  readonly checks: readonly Check[];
}

/** What is said of many units is said once, with the first of them. */
function byText(checks: readonly Check[], textOf: (check: Check) => string): readonly SameChecks[] {
  const found = new Map<string, Check[]>();
  for (const check of checks) found.set(textOf(check), [...(found.get(textOf(check)) ?? []), check]);
  return [...found].map(([text, same]) => ({ text, checks: same }));
}

interface CheckLinesProps {
  readonly label: string;
  readonly checks: readonly Check[];
  /** `act`: not in the way, but to be known before. */
  readonly tone: 'trouble' | 'act';
}

/** What the API found, each with the units where it holds; styled by `checkStyles` of whatever it stands in. */
export function CheckLines({ label, checks, tone }: CheckLinesProps) {
  const t = useTranslate();
  const texts = useRuleText();
  if (checks.length === 0) return null;
  return (
    <ul aria-label={label}>
      {byText(checks, texts.problem).map(({ text, checks: same }) => (
        <li key={text} data-part="check" data-tone={tone}>
          <ErrorOutline aria-hidden />
          <span>
            {text}
            {same.slice(0, EXAMPLES).map((check) => (
              <Place key={`${check.nodeId ?? ''} ${check.nodeName ?? ''}`} check={check} />
            ))}
            {same.length > EXAMPLES && ` · ${t('shared.impact.others', { n: same.length - EXAMPLES })}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
