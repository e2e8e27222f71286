import Home from '@mui/icons-material/HomeOutlined';
import { screen, waitFor, within } from '@testing-library/react';
import { memoryStore } from 'ra-core';
import type { ReactElement } from 'react';
import type { MenuEntry, PageFolder } from '../pages/registry';
import { useFormat } from '../shared/format';
import { violationsIn } from '../testing/axe';
import { refused, type Answers } from '../testing/api';
import { renderPage } from '../testing/render';
import { pretendPhone } from '../testing/screen';
import { hq, viewer } from '../testing/viewer';
import { Gate } from './Gate';
import { landingOf } from './landing';
import { RegistryProvider } from './registryContext';
import { Shell } from './Shell';

const entry = (group: MenuEntry['group'], to: string, label: string, needs: string, goKey?: string): MenuEntry => ({
  group,
  to,
  label,
  needs,
  icon: Home,
  ...(goKey && { goKey }),
});

const folder: PageFolder = {
  key: 'test',
  messages: { zh: {}, en: {} },
  routes: [],
  menu: [
    entry('home', '/', 'layout.group.home', 'home.read'),
    entry('cases', '/queue', 'role.storeStaff', 'case.read', 'q'),
    entry('money', '/money', 'role.finance', 'moneyHome.read', 'm'),
    entry('setup', '/audit', 'role.auditor', 'audit.read'),
  ],
};

const unit = (id: string, name: string, parent: { id: string; name: string; type: string }[], childCount = 0) => {
  const self = { id, name, type: parent.length === 0 ? 'headquarters' : 'region' };
  return {
    ...self,
    code: id.toUpperCase(),
    childCount,
    branchCount: 4,
    archivedAt: null,
    timeZone: 'Asia/Shanghai',
    path: [...parent, self],
  };
};
const top = unit('hq', '总部', [], 1);
const east = unit('east', '华东', [hq]);

const page = (items: object[]) => ({ items, nextCursor: null, total: items.length });

const answers: Answers = {
  ScopeNode: ({ id }: { id: string }) => ({ orgNode: id === 'east' ? east : top }),
  NodeChildren: ({ parentId }: { parentId: string | null }) => ({ orgNodeChildren: page(parentId === null ? [top] : [east]) }),
  FindNodes: { orgNodes: page([east]) },
  SaveLanguage: ({ language }: { language: 'zh' | 'en' }) => ({ updateMe: viewer({ language }) }),
};

const renderShell = (child: ReactElement = <h1>正文</h1>, settings: Parameters<typeof renderPage>[1] = {}) =>
  renderPage(
    <RegistryProvider value={[folder]}>
      <Shell>{child}</Shell>
    </RegistryProvider>,
    { ...settings, answers: { ...answers, ...settings.answers } },
  );

const menu = () => screen.getByRole('navigation', { name: '主菜单' });

describe('the menu', () => {
  it('has what the viewer may see, under its groups, and marks the page that is open', async () => {
    renderShell(undefined, { url: '/queue' });
    expect(
      within(menu())
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['首页', '店员']);
    expect(screen.getByRole('link', { name: '店员' })).toHaveAttribute('aria-current', 'page');
    expect(screen.getByRole('link', { name: '首页' })).not.toHaveAttribute('aria-current');
  });

  it('keeps the scope on the way to another page', () => {
    renderShell(undefined, { url: '/?scope=east' });
    expect(screen.getByRole('link', { name: '店员' })).toHaveAttribute('href', '/queue?scope=east');
  });

  it('folds to icons that keep their names, and remembers it', async () => {
    const store = memoryStore();
    const { user } = renderShell(undefined, { store });
    await user.click(screen.getByRole('button', { name: '收起菜单' }));
    expect(screen.getByRole('button', { name: '展开菜单' })).toHaveAttribute('aria-expanded', 'false');
    expect(screen.getByRole('link', { name: '店员' })).toBeInTheDocument();
    expect(store.getItem('rail.folded')).toBe(true);
  });

  it('is a bar at the bottom on a phone', () => {
    const restore = pretendPhone();
    renderShell();
    expect(
      within(menu())
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual(['首页', '店员']);
    expect(screen.queryByRole('button', { name: '收起菜单' })).not.toBeInTheDocument();
    restore();
  });
});

describe('the first page', () => {
  const all = folder.menu!;
  const paths = (permissions: string[]) =>
    landingOf(
      all.filter((each) => permissions.includes(each.needs!)),
      (each) => permissions.includes(each),
    );

  it.each([
    ['HQ', ['home.read', 'case.read', 'case.approve', 'moneyHome.read'], '/'],
    ['a store', ['case.read', 'case.approve', 'moneyHome.read'], '/queue'],
    ['finance', ['case.read', 'moneyHome.read'], '/money'],
    ['an auditor', ['case.read', 'moneyHome.read', 'audit.read'], '/audit'],
    ['somebody without any page', [], '/me'],
  ])('of %s', (_, permissions, path) => {
    expect(paths(permissions)).toBe(path);
  });
});

describe('the scope', () => {
  it('is the viewer’s own highest unit until another is chosen, which then stands in the address', async () => {
    const { user, address } = renderShell();
    await user.click(screen.getByRole('button', { name: '范围 总部' }));
    await user.type(await screen.findByRole('searchbox', { name: '选择范围' }), '华');
    await user.click(await screen.findByText('华东'));
    expect(address()).toBe('/?scope=east');
    expect(await screen.findByRole('button', { name: '范围 总部 华东' })).toBeInTheDocument();
  });

  it('is found down the tree with the keyboard alone', async () => {
    const { user, address } = renderShell();
    await user.click(screen.getByRole('button', { name: '范围 总部' }));
    await screen.findByRole('treeitem', { name: '总部' });
    await user.keyboard('{ArrowDown}{ArrowRight}');
    await screen.findByRole('treeitem', { name: '华东' });
    await user.keyboard('{ArrowRight}{Enter}');
    expect(address()).toBe('/?scope=east');
  });
});

describe('the zone of times', () => {
  const Told = () => <p>{useFormat().tableTime('2026-03-11T18:30:00Z')}</p>;
  const tokyo = { ScopeNode: { orgNode: { ...east, timeZone: 'Asia/Tokyo' } } };

  it('is that of the viewer’s own highest unit', () => {
    renderShell(<Told />);
    expect(screen.getByText(/^2026-03-12 02:30/)).toBeInTheDocument();
  });

  it('is that of the chosen unit, and is named where it is not the viewer’s', async () => {
    renderShell(<Told />, { url: '/?scope=east', answers: tokyo });
    expect(await screen.findByText('2026-03-12 03:30（日本标准时间）')).toBeInTheDocument();
  });
});

describe('keys on any page', () => {
  it('/ searches, g and a letter goes, ? lists the keys', async () => {
    const { user, address } = renderShell();
    await user.keyboard('/');
    expect(screen.getByRole('combobox', { name: '搜索' })).toHaveFocus();
    await user.tab();
    await user.keyboard('gq');
    expect(address()).toBe('/queue');
    await user.keyboard('?');
    const help = screen.getByRole('dialog', { name: '键盘操作' });
    expect(help).toHaveTextContent('前往店员');
  });

  it('are letters to type in the search', async () => {
    const { user, address } = renderShell(undefined, {
      answers: { SearchCases: { cases: page([]) }, SearchOrders: { orders: page([]) }, SearchUnits: { orgNodes: page([]) } },
    });
    await user.click(screen.getByRole('combobox', { name: '搜索' }));
    await user.keyboard('gq?');
    expect(address()).toBe('/');
    expect(screen.getByRole('combobox', { name: '搜索' })).toHaveValue('gq?');
  });

  it('can be switched off', async () => {
    const { user, address } = renderShell();
    await user.click(screen.getByRole('button', { name: '键盘操作' }));
    await user.click(screen.getByRole('switch', { name: '使用字母键' }));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    await user.keyboard('gq/');
    expect(address()).toBe('/');
    expect(screen.getByRole('combobox', { name: '搜索' })).not.toHaveFocus();
  });
});

describe('search', () => {
  const found: Answers = {
    SearchCases: { cases: page([{ id: 'c1', code: 'AS8841', node: east }]) },
    SearchOrders: refused('FORBIDDEN'),
    SearchUnits: { orgNodes: page([]) },
  };

  it('goes to what was found, though one kind is refused', async () => {
    const { user, address } = renderShell(undefined, { answers: found, url: '/?scope=east' });
    await user.type(screen.getByRole('combobox', { name: '搜索' }), 'as8841');
    await user.click(await screen.findByRole('option', { name: /AS8841/ }));
    expect(address()).toBe('/cases/c1?scope=east');
  });

  it('says so when nothing is found', async () => {
    const nothing = { ...found, SearchCases: { cases: page([]) } };
    const { user } = renderShell(undefined, { answers: nothing });
    await user.type(screen.getByRole('combobox', { name: '搜索' }), 'zz');
    expect(await screen.findByText('没有找到「zz」，可试完整编号')).toBeInTheDocument();
  });
});

describe('language', () => {
  it('changes all texts at once, the page’s own mark, and the account', async () => {
    const { user, api } = renderShell();
    await user.click(screen.getByRole('button', { name: 'English' }));
    expect(await screen.findByRole('navigation', { name: 'Main menu' })).toBeInTheDocument();
    expect(document.documentElement.lang).toBe('en');
    await waitFor(() => expect(api.sent('SaveLanguage')[0]?.variables).toEqual({ language: 'en' }));
  });

  it('is the account’s one on a device where nobody chose yet', async () => {
    renderShell(undefined, { viewer: viewer({ language: 'en' }) });
    expect(await screen.findByRole('navigation', { name: 'Main menu' })).toBeInTheDocument();
  });

  it('stays as the device has it, whatever the account says', async () => {
    const store = memoryStore({ locale: 'zh' });
    renderShell(undefined, { viewer: viewer({ language: 'en' }), store });
    expect(await screen.findByRole('navigation', { name: '主菜单' })).toBeInTheDocument();
  });
});

describe('the frame', () => {
  it('leads to sign-in whoever is not signed in', async () => {
    const { address } = renderShell(undefined, { viewer: null, url: '/queue?view=overdue', path: '/queue' });
    await waitFor(() => expect(address()).toBe('/login'));
  });

  it('says when it cannot be known who is signed in', async () => {
    renderShell(undefined, { viewer: undefined, answers: { Viewer: refused('INTERNAL', { requestId: '01JD' }) } });
    expect(await screen.findByRole('alert')).toHaveTextContent('01JD');
  });

  it('shows a page that is not the viewer’s as one that does not exist', () => {
    renderShell(<Gate needs="audit.read">秘密</Gate>, { url: '/audit' });
    expect(screen.getByRole('heading', { name: '找不到内容' })).toBeInTheDocument();
    expect(screen.queryByText('秘密')).not.toBeInTheDocument();
  });

  it('keeps menu and top bar when a page fails', async () => {
    const quiet = console.error;
    console.error = () => undefined;
    const Broken = (): never => {
      throw new Error('broken');
    };
    renderShell(<Broken />);
    expect(await screen.findByRole('alert')).toHaveTextContent('页面没有载入');
    expect(menu()).toBeInTheDocument();
    console.error = quiet;
  });

  it('offers a way past the menu first, and has one of each landmark', async () => {
    const { user } = renderShell();
    await user.tab();
    expect(screen.getByRole('link', { name: '跳到正文' })).toHaveFocus();
    expect(screen.getAllByRole('main')).toHaveLength(1);
    expect(screen.getAllByRole('banner')).toHaveLength(1);
  });

  it.each(['zh', 'en'] as const)('has no serious accessibility violation in %s', async (locale) => {
    const { container } = renderShell(undefined, { locale });
    expect(await violationsIn(container)).toEqual([]);
  });
});
