import type { Impact } from '../impact';
import { Notes } from '../rules';
import { needsApproval } from './useChangeSet';

/** Where a change needs an approval that no change set can ask for: what to do instead. */
export function NoWay({ impact, instead }: { impact: Impact | undefined; instead: string }) {
  if (!needsApproval(impact)) return null;
  return (
    <Notes role="status">
      <li data-tone="act">{instead}</li>
    </Notes>
  );
}
