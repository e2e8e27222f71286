import Alarm from '@mui/icons-material/AlarmOutlined';
import PauseCircle from '@mui/icons-material/PauseCircleOutlined';
import { styled } from '@mui/material/styles';
import { useServerNow } from '../clock';
import { deadline, useFormat, useLocale, useZone } from '../format';
import { v } from '../../theme/vars';
import { useLocalText, type LocalText } from '../useLocalText';

const Root = styled('span')({
  display: 'inline-flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 8,
  '& [data-tone]': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 4,
    fontVariantNumeric: 'tabular-nums',
  },
  '& [data-part="when"]': { whiteSpace: 'nowrap' },
  '& [data-tone="act"]': { color: v.tone.act.ink, fontWeight: 600 },
  '& [data-tone="trouble"]': { color: v.tone.trouble.ink, fontWeight: 600 },
  '& [data-tone="done"]': { color: v.tone.done.ink },
  '& svg': { width: 16, height: 16 },
  '& [data-part="outcome"]': { color: v.ink2 },
});

export interface DeadlineProps {
  /** ISO 8601. */
  readonly at: string;
  readonly paused?: boolean;
  /** What happens by itself when nobody acts: each deadline says it. */
  readonly outcome: LocalText;
  /** What that costs the branch, in fen. */
  readonly cost?: number | null;
}

/** 剩 5 小时 · 今天 18:00 超时自动同意: counted per minute by the server's clock, not announced. */
export function Deadline({ at, paused = false, outcome, cost }: DeadlineProps) {
  const now = useServerNow();
  const locale = useLocale();
  const format = useFormat();
  const zone = useZone();
  const localText = useLocalText();
  const seen = deadline(at, paused, { locale, now, zone });
  const Icon = { ink: null, act: null, trouble: Alarm, done: PauseCircle }[seen.tone];
  return (
    <Root>
      <span data-tone={seen.tone}>
        {Icon && <Icon aria-hidden />}
        <time dateTime={at}>
          <span data-part="when">{seen.left}</span>
          {seen.at !== null && (
            <>
              {' · '}
              <span data-part="when">{seen.at}</span>
            </>
          )}
        </time>
      </span>
      <span data-part="outcome">
        {localText(outcome)}
        {cost != null && cost > 0 && ` · ${format.money(cost)}`}
      </span>
    </Root>
  );
}
