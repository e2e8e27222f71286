import { ApiError } from '../../providers/apiError';
import type { Locale } from '../../i18n/messages';
import { renderPage } from '../../testing/render';
import { serverNow } from '../clock';
import { InZone } from '../format';
import { useErrorText } from './errorText';

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
const at = new Date(serverNow()).toISOString();

const Told = ({ details }: { details: unknown }) => <p>{useErrorText()(new ApiError('', { code: 'STALE_VERSION', details }))}</p>;

function said(details: unknown, locale: Locale = 'zh'): string {
  const { container, unmount } = renderPage(
    <InZone zone={here}>
      <Told details={details} />
    </InZone>,
    { locale },
  );
  const text = container.textContent;
  unmount();
  return text;
}

describe('an edit of what somebody else has changed', () => {
  const events = [
    { at, actorName: '李娜', action: 'orgNode.rename' },
    { at, actorName: '王芳', action: 'orgNode.move' },
    { at: '2026-01-01T00:00:00Z', actorName: '张敏', action: 'orgNode.create' },
  ];

  it('says who did what to the unit since, and when', () => {
    const details = { seen: 3, now: 5, meanwhile: events };
    expect(said(details)).toMatch(
      /^打开之后已有改动：今天 \d\d:\d\d 李娜：组织改名；今天 \d\d:\d\d 王芳：移动组织。刷新后看最新内容，再决定。$/,
    );
    expect(said(details, 'en')).toMatch(/: today \d\d:\d\d, 李娜: Rename a unit; today \d\d:\d\d, 王芳: Move a unit\. Refresh/);
  });

  it('says so of a draft', () => {
    const details = { seen: 1, now: 2, meanwhile: { by: '李娜', action: 'policyVersion.saveDraft', at } };
    expect(said(details)).toMatch(/^打开之后已有改动：今天 \d\d:\d\d 李娜：保存草稿。/);
  });

  it('says which of a unit’s own rules, though nobody is named', () => {
    expect(said({ seen: 1, now: 2, meanwhile: { by: '李娜', fields: ['mode', 'scope'] } })).toContain(
      '李娜：改动「mode、scope」。',
    );
    expect(said({ seen: 1, now: 2, meanwhile: { by: null, fields: ['mode'] } })).toContain('另一人：改动「mode」。');
  });

  it('says no more than is known', () => {
    for (const meanwhile of [undefined, null, []]) expect(said({ seen: 1, now: 2, meanwhile })).toMatch(/^打开之后已有人改动。/);
  });
});
