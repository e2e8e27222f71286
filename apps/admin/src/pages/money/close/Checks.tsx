import CheckCircle from '@mui/icons-material/CheckCircleOutlined';
import ErrorIcon from '@mui/icons-material/ErrorOutlineOutlined';
import Schedule from '@mui/icons-material/ScheduleOutlined';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useFormat } from '../../../shared/format';
import { ScopedLink } from '../../../shared/scope';
import { v } from '../../../theme/vars';
import type { Check, NextMonth } from './documents';

const List = styled('ul')({
  listStyle: 'none',
  padding: 0,
  display: 'grid',
  gap: 12,
  '& li': { display: 'grid', gridTemplateColumns: '20px 1fr', columnGap: 8 },
  '& svg': { width: 20, height: 20 },
  '& [data-look="good"]': { color: v.tone.good.ink },
  '& [data-look="trouble"]': { color: v.tone.trouble.ink },
  '& [data-look="wait"]': { color: v.tone.wait.ink },
});

const looks = { good: CheckCircle, trouble: ErrorIcon, wait: Schedule } as const;

/** Where what a check found is put right. */
const remedies: Partial<Record<Check['check'], string>> = { payoutsSettled: '/queue?view=refunding' };

const lookOf = ({ count, blocks, check }: Check): keyof typeof looks => {
  if (count === 0) return 'good';
  return blocks && check !== 'monthOver' ? 'trouble' : 'wait';
};

/** What was looked at, each with its outcome in words; what stands in the way says what to do. */
export function Checks({ checks, next }: { checks: readonly Check[]; next: NextMonth }) {
  const t = useTranslate();
  const format = useFormat();
  return (
    <List>
      {checks.map((each) => {
        const look = lookOf(each);
        const Icon = looks[look];
        const outcome = each.count === 0 ? 'passed' : 'failed';
        const remedy = each.count > 0 ? remedies[each.check] : undefined;
        return (
          <li key={each.check}>
            <span data-look={look}>
              <Icon aria-hidden />
            </span>
            <div>
              {t(`money.close.check.${each.check}.${outcome}`, { n: each.count, at: format.textTime(next.overAt) })}
              {remedy !== undefined && (
                <>
                  {' '}
                  <ScopedLink to={remedy}>{t('money.close.see')}</ScopedLink>
                </>
              )}
            </div>
          </li>
        );
      })}
    </List>
  );
}
