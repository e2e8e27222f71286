import { styled } from '@mui/material/styles';
import { Fragment } from 'react';
import { v } from '../../theme/vars';

export interface PathStep {
  readonly id: string;
  readonly name: string;
}

const Path = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  maxWidth: '100%',
  minWidth: 0,
  '& > span': { flex: '0 4 auto', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: '2em' },
  '& > span:last-of-type': { flexShrink: 1, color: v.ink, fontWeight: 600 },
  color: v.ink2,
});

const Gap = styled('b')({ flex: 'none', fontWeight: 400 });

const Run = styled('i')({ flex: 'none', width: 14, height: 2, backgroundColor: v.brand, borderRadius: 1 });

/** A unit's place on one line, the stream running through it: 总部 ─ 华东 ─ 浙江. Long paths keep both ends. */
export function StreamPath({ steps, keep = 3 }: { steps: readonly PathStep[]; keep?: number }) {
  const [first, ...rest] = steps;
  const shown = steps.length > keep && first ? [first, ...rest.slice(-(keep - 1))] : steps;
  return (
    <Path title={steps.map((step) => step.name).join(' › ')}>
      {shown.map((step, index) => (
        <Fragment key={step.id}>
          {index > 0 && <Run aria-hidden />}
          {index === 1 && shown.length < steps.length && (
            <>
              <Gap>…</Gap>
              <Run aria-hidden />
            </>
          )}
          <span>{step.name}</span>
        </Fragment>
      ))}
    </Path>
  );
}
