import type { Assignment } from './documents';
import { timingOf } from './timing';

const NOW = Date.parse('2026-11-22T02:00:00Z');

const assignment = (id: string, from: string, to: string | null, cancelled = false): Assignment => ({
  ...{
    id,
    from,
    to,
    cancelled,
    holds: id === 'live',
    node: { id: 'n', name: '华东', type: 'region' },
    policyName: '标准版',
    versionNumber: 1,
  },
  ...{ rolloutId: null, correction: false, authorName: '张敏', reason: null, approval: null },
});

const over = assignment('over', '2026-01-01T00:00:00Z', '2026-03-01T00:00:00Z');
const live = assignment('live', '2026-03-01T00:00:00Z', null);
const gone = assignment('gone', '2026-12-05T00:00:00Z', null, true);

describe('the time of an assignment', () => {
  it('is half-open: it begins at its start and is over at its end', () => {
    expect(timingOf(live, Date.parse(live.from))).toBe('live');
    expect(timingOf(over, Date.parse('2026-03-01T00:00:00Z'))).toBe('ended');
    expect(timingOf(over, Date.parse('2026-02-28T23:59:59.999Z'))).toBe('covered');
    expect(timingOf(gone, NOW)).toBe('cancelled');
  });
});
