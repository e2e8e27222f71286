import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
import { ActionDialog } from '../../shared/dialog';
import { useFormat } from '../../shared/format';
import { Sheet } from '../../shared/page';
import { useRuleText } from '../../shared/rules';
import { ScopedLink, useScope } from '../../shared/scope';
import { useNotice } from '../../shared/useNotice';
import { reviewDocument, reviewsDocument, type Review } from './documents';

const List = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'grid',
  gap: 12,
  '& li': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' },
  '& li > div': { flex: '1 1 240px', minWidth: 0 },
});

const wordsOf = ({ node, authorName }: Review) => ({ unit: node.name, who: authorName });

function ReviewDialog({ review, onClose }: { review: Review; onClose: () => void }) {
  const t = useTranslate();
  const { say } = useRuleText();
  const notice = useNotice();
  const mutation = useApiMutation(reviewDocument);
  const confirm = async () => {
    await mutation.mutateAsync({ id: review.id });
    notice.done(t('changes.review.done', wordsOf(review)));
  };
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={t('changes.review.verb')}
      effect={say('changes.review.effect', wordsOf(review))}
      onConfirm={confirm}
    />
  );
}

/** Suspensions and rollbacks that acted at once and that nobody else has looked at yet (P10); of `mine`, those that wait for the viewer. */
export function Reviews({ mine }: { mine: boolean }) {
  const t = useTranslate();
  const { say } = useRuleText();
  const format = useFormat();
  const { nodeId: within } = useScope();
  const [open, setOpen] = useState<Review | null>(null);
  const reviews = useApiQuery(reviewsDocument, { within, mine }).data?.policyReviews;
  if (!reviews || reviews.total === 0) return null;
  return (
    <Sheet title={t('changes.review.title', { n: reviews.total })}>
      <List>
        {reviews.items.map((review) => (
          <li key={review.id}>
            <div>
              <ScopedLink to={`/effective/${review.node.id}?kind=${review.kind}`}>
                {say(`changes.review.${review.act}`, wordsOf(review))}
              </ScopedLink>{' '}
              <span className="hw-meta">{format.textTime(review.at)}</span>
              {review.reason !== null && <div>{review.reason}</div>}
            </div>
            {review.allowedActions.includes('changeSet.approve') && (
              <Button
                variant="outlined"
                size="small"
                aria-label={`${t('changes.review.verb')} · ${review.node.name}`}
                onClick={() => setOpen(review)}
              >
                {t('changes.review.verb')}
              </Button>
            )}
          </li>
        ))}
      </List>
      {open && <ReviewDialog review={open} onClose={() => setOpen(null)} />}
    </Sheet>
  );
}
