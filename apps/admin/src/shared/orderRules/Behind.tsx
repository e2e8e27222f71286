import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useMay } from '../../providers/session';
import { v } from '../../theme/vars';
import { useFormat } from '../format';
import { useRuleText } from '../rules';
import { ScopedLink } from '../scope';
import type { Approval, Provenance, Review } from './documents';

const Root = styled('div')({
  marginBottom: 8,
  '& h4': { margin: 0, fontSize: 14, lineHeight: '22px', fontWeight: 600 },
  '& p': { margin: 0 },
  '& [data-part="note"]': { color: v.tone.act.ink },
  '& [data-part="links"]': { display: 'flex', flexWrap: 'wrap', gap: '0 12px' },
});

/** Which change set brought something, and who approved that. */
export function useApprovalText() {
  const t = useTranslate();
  const format = useFormat();
  return ({ number: n, approverName, approvedAt }: Approval) =>
    t('orderRules.approved', { n, who: approverName ?? 'none', at: approvedAt === null ? '' : format.tableTime(approvedAt) });
}

/** Who looked afterwards at what acted at once. */
export function useReviewText() {
  const t = useTranslate();
  const format = useFormat();
  return ({ reviewerName, reviewedAt }: Review) =>
    t('orderRules.reviewed', { who: reviewerName ?? 'none', at: reviewedAt === null ? '' : format.tableTime(reviewedAt) });
}

/** Who is behind some rules: the version and its author, who assigned it, when and why. */
export function Behind({ by }: { by: Provenance | null }) {
  const t = useTranslate();
  const format = useFormat();
  const texts = useRuleText();
  const approved = useApprovalText();
  const reviewed = useReviewText();
  const may = useMay();
  if (by === null)
    return (
      <Root>
        <h4>{t('orderRules.default')}</h4>
      </Root>
    );
  const { source, versionAuthor, assignedBy, assignedAt, reason, correction, cancelled, policyId, assignmentId, review } = by;
  const isOwn = source.track === 'own';
  const people = [
    !isOwn && versionAuthor !== null && t('orderRules.wrote', { who: versionAuthor }),
    t(isOwn ? 'orderRules.setOwn' : 'orderRules.assigned', { who: assignedBy, at: format.tableTime(assignedAt) }),
  ];
  const { approval } = source;
  const notes = [correction && t('orderRules.correction'), cancelled && t('orderRules.cancelled')].filter(Boolean);
  return (
    <Root>
      <h4>{texts.source(source)}</h4>
      <p className="hw-meta">{people.filter(Boolean).join(' · ')}</p>
      <p className="hw-meta">{t('orderRules.interval', { interval: format.interval(by.from, by.to) })}</p>
      {approval && <p className="hw-meta">{approved(approval)}</p>}
      {review && <p className="hw-meta">{reviewed(review)}</p>}
      {reason !== null && <p className="hw-meta">{t('orderRules.reason', { reason })}</p>}
      {notes.length > 0 && (
        <p className="hw-meta" data-part="note">
          {notes.join(' · ')}
        </p>
      )}
      <p className="hw-meta" data-part="links">
        {policyId !== null && may('policy.read') && (
          <ScopedLink to={`/policies/${policyId}/versions/${String(source.versionNumber ?? '')}`}>
            {t('orderRules.version')}
          </ScopedLink>
        )}
        {may('audit.read') && <ScopedLink to={`/audit?subject=assignment:${assignmentId}`}>{t('orderRules.audit')}</ScopedLink>}
      </p>
    </Root>
  );
}
