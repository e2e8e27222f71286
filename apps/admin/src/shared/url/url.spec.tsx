import { screen } from '@testing-library/react';
import { renderPage } from '../../testing/render';
import { UrlDrawer, useDrawer } from '../dialog';
import { ScopedLink, useScope } from '../scope';
import { useUrlFilters, useUrlParam } from '.';

function Filters() {
  const filters = useUrlFilters('state', 'search');
  const [sort, setSort] = useUrlParam('sort', 'deadline');
  return (
    <>
      <output>{JSON.stringify({ ...filters.values, any: filters.any, sort })}</output>
      <button onClick={() => filters.set({ state: 'APPLIED', search: '羽绒服' })}>筛选</button>
      <button onClick={() => filters.set({ search: '' })}>清空搜索</button>
      <button onClick={filters.clear}>清除</button>
      <button onClick={() => setSort('amount')}>按金额</button>
      <button onClick={() => setSort('deadline')}>按截止</button>
    </>
  );
}

const shown = () => JSON.parse(screen.getByRole('status').textContent) as Record<string, unknown>;

describe('filters in the address', () => {
  it('are read from it and written to it, beside what else stands there', async () => {
    const { user, address } = renderPage(<Filters />, { url: '/?scope=east&state=REJECTED' });
    expect(shown()).toEqual({ state: 'REJECTED', search: '', any: true, sort: 'deadline' });
    await user.click(screen.getByText('筛选'));
    expect(address()).toBe(`/?scope=east&state=APPLIED&search=${encodeURIComponent('羽绒服')}`);
  });

  it('leave the address when they are emptied, the scope stays', async () => {
    const { user, address } = renderPage(<Filters />, { url: '/?scope=east&state=REJECTED&search=x' });
    await user.click(screen.getByText('清空搜索'));
    expect(address()).toBe('/?scope=east&state=REJECTED');
    await user.click(screen.getByText('清除'));
    expect(address()).toBe('/?scope=east');
    expect(shown()).toMatchObject({ any: false });
  });

  it('do not write what holds anyway', async () => {
    const { user, address } = renderPage(<Filters />);
    await user.click(screen.getByText('按金额'));
    expect(address()).toBe('/?sort=amount');
    await user.click(screen.getByText('按截止'));
    expect(address()).toBe('/');
  });
});

function Why() {
  const drawer = useDrawer('why');
  return (
    <>
      <button onClick={() => drawer.open('cap')}>为什么</button>
      <UrlDrawer drawer={drawer} title="为什么是这个值">
        {(field) => <p>字段 {field}</p>}
      </UrlDrawer>
    </>
  );
}

describe('a drawer in the address', () => {
  it('opens from a link', () => {
    renderPage(<Why />, { url: '/?drawer=why:cap' });
    expect(screen.getByRole('dialog', { name: '为什么是这个值' })).toHaveTextContent('字段 cap');
  });

  it('is another one’s when the name differs', () => {
    renderPage(<Why />, { url: '/?drawer=person:p1' });
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('closes by Esc and gives the focus back', async () => {
    const { user, address } = renderPage(<Why />);
    await user.click(screen.getByText('为什么'));
    expect(address()).toBe('/?drawer=why%3Acap');
    await user.keyboard('{Escape}');
    expect(address()).toBe('/');
    expect(await screen.findByRole('button', { name: '为什么' })).toHaveFocus();
  });
});

function Scoped() {
  const scope = useScope();
  return (
    <>
      <output>{JSON.stringify(scope)}</output>
      <ScopedLink to="/queue?view=overdue">超时</ScopedLink>
      <ScopedLink to="/queue?scope=west">西</ScopedLink>
      <button onClick={() => scope.choose(null)}>全部</button>
    </>
  );
}

describe('the scope', () => {
  it('is the viewer’s own highest unit where the address names none', () => {
    renderPage(<Scoped />);
    expect(shown()).toMatchObject({ nodeId: 'hq', isHome: true });
    expect(screen.getByRole('link', { name: '超时' })).toHaveAttribute('href', '/queue?view=overdue');
  });

  it('goes along with links, unless a link names its own', async () => {
    const { user, address } = renderPage(<Scoped />, { url: '/?scope=east' });
    expect(shown()).toMatchObject({ nodeId: 'east', isHome: false });
    expect(screen.getByRole('link', { name: '超时' })).toHaveAttribute('href', '/queue?view=overdue&scope=east');
    expect(screen.getByRole('link', { name: '西' })).toHaveAttribute('href', '/queue?scope=west');
    await user.click(screen.getByText('全部'));
    expect(address()).toBe('/');
  });
});
