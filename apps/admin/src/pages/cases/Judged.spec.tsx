import { screen } from '@testing-library/react';
import { renderPage } from '../../testing/render';
import { Judged } from './Judged';

const both = (zh: string) => ({ zh, en: zh });

it('says who is liable, by which rule, what of it is proven, and what would flip it', async () => {
  renderPage(
    <Judged
      appeals={[]}
      liability={{
        ...{
          party: 'carrier',
          rule: 'reportLost',
          assumed: true,
          text: both('退货包裹丢失'),
          flip: both('有送达记录，就不是丢件'),
        },
        facts: [
          { key: 'buyerShipped', text: both('买家寄出'), at: '2026-03-10T01:00:00.000Z', assumed: false },
          { key: 'lost', text: both('商家登记丢件'), at: null, assumed: true },
        ],
      }}
    />,
  );
  expect(await screen.findByText('快递公司')).toBeInTheDocument();
  expect(screen.getByText(/退货包裹丢失/)).toBeInTheDocument();
  const [sent, lost] = screen.getAllByRole('listitem').map((item) => item.textContent);
  expect(sent).toMatch(/^买家寄出 .*已证实$/);
  expect(lost).toBe('商家登记丢件 · 推定');
  expect(screen.getByText('有送达记录，就不是丢件')).toBeInTheDocument();
});

it('says that nobody is where nobody was found', async () => {
  renderPage(<Judged liability={null} appeals={[]} />);
  expect(await screen.findByText('暂无责任方')).toBeInTheDocument();
});

it('tells an appeal that waits from one that was answered', async () => {
  const appeal = { id: 'p1', status: 'open', reason: '已按时发货', openedAt: '2026-03-10T01:00:00.000Z', openedByName: '王芳' };
  const open = { ...appeal, answer: null, answeredAt: null, answeredByName: null, named: null };
  const said = { answer: '快递揽收延误', answeredAt: '2026-03-11T01:00:00.000Z', answeredByName: '张敏', named: 'carrier' };
  renderPage(<Judged liability={null} appeals={[{ ...appeal, id: 'p0', status: 'changed', ...said }, open]} />);
  expect(await screen.findByText('申诉成立，改判：快递公司')).toBeInTheDocument();
  expect(screen.getByText(/张敏 .*快递揽收延误/)).toBeInTheDocument();
  expect(screen.getByText('已申诉，等总部答复')).toBeInTheDocument();
});
