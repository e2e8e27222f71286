import { screen, within } from '@testing-library/react';
import { violationsIn } from '../../testing/axe';
import { renderPage } from '../../testing/render';
import { Checklist } from './Checklist';
import type { CaseDetail } from './documents';
import { Photos } from './Photos';

const photo = (id: string, kind: string, takenBy: string) => ({
  ...{ id, kind, takenBy, path: `/photos/${id}`, actorName: '王芳', createdAt: '2026-03-12T06:05:00Z', eventSeq: null },
});

const itemOf = (change: object) => ({ id: 'c1', photos: [], photoKinds: [], ...change }) as unknown as CaseDetail;

describe('the photos of a case', () => {
  it('stand as what went out beside what came back, each said in words', async () => {
    const photos = [photo('p1', 'outbound', 'staff'), photo('p2', 'goods', 'buyer'), photo('p3', 'refusal', 'staff')];
    renderPage(<Photos item={itemOf({ photos })} />);
    const back = within(screen.getByRole('region', { name: '退回时' }));
    expect(within(screen.getByRole('region', { name: '发出时' })).getAllByRole('img')).toHaveLength(1);
    expect(back.getAllByRole('img').map((image) => image.getAttribute('src'))).toEqual(['/photos/p2', '/photos/p3']);
    expect(back.getByRole('img', { name: /^商品 1，买家/ })).toBeInTheDocument();
    expect(back.getByRole('link', { name: /^拒收原因 2，王芳/ })).toHaveAttribute('href', '/photos/p3');
    expect(screen.queryByRole('button', { name: '添加照片' })).not.toBeInTheDocument();
    expect(await violationsIn(document.body)).toEqual([]);
  });

  it('are added by who may, as what the API allows', async () => {
    const { user } = renderPage(<Photos item={itemOf({ photoKinds: ['goods', 'inspection'] })} />);
    expect(screen.getAllByText('还没有照片')).toHaveLength(2);
    await user.click(screen.getByRole('combobox', { name: '照片类型' }));
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['商品', '验收']);
  });
});

it('a checklist says of each item whether it passed, in words', () => {
  const label = (zh: string) => ({ zh, en: zh });
  const items = [
    { item: 'intact', label: label('商品完好'), passed: true, note: null },
    { item: 'unused', label: label('未使用'), passed: false, note: '袖口有污渍' },
    { item: 'tagsOn', label: label('吊牌未拆'), passed: null, note: null },
  ];
  renderPage(<Checklist items={items} />);
  const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(rows).toEqual(['商品完好通过', '未使用 · 袖口有污渍不通过', '吊牌未拆未验收']);
});
