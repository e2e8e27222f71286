import { screen, within } from '@testing-library/react';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refused } from '../../testing/api';
import { renderPage } from '../../testing/render';
import { childTypes } from './childTypes';
import { CreateDialog } from './CreateDialog';
import type { NodeType, Unit } from './documents';

const matrix = readFileSync(join(import.meta.dirname, '../../../../../libs/org-tree/src/type-matrix.ts'), 'utf8');

const unit = (type: NodeType, name: string): Unit => ({
  ...{ id: 'u1', code: 'U1', name, type, ownership: null, path: [], parentId: null, depth: 0, childCount: 0, branchCount: 0 },
  ...{ province: null, city: null, address: null, phone: null, timeZone: 'Asia/Shanghai', archivedAt: null },
  ...{ successorId: null, since: '2026-01-01T00:00:00Z', version: 1, allowedActions: ['orgNode.create'] },
});

const lock = { node: { id: 'hq' } };
const fields = [
  { key: 'enabled', value: true, lock: null },
  { key: 'bearers', value: null, lock },
];
const NewUnitRules = { effectiveRules: { suspension: null, fields } };

const open = (parent: Unit, CreateUnit: object = { createOrgNode: { id: 'n1', name: '新店' } }) =>
  renderPage(<CreateDialog parent={parent} onClose={() => undefined} onMade={() => undefined} />, {
    answers: { CreateUnit, NewUnitRules },
  });

const offered = async (user: ReturnType<typeof open>['user']) => {
  await user.click(screen.getByRole('combobox', { name: '类型' }));
  return within(screen.getByRole('listbox'))
    .getAllByRole('option')
    .map((option) => option.textContent);
};

describe('a new unit', () => {
  it('is of a type that may stand below its parent: the others are not offered', async () => {
    const { user } = open(unit('headquarters', '总部'));
    expect(screen.getByRole('combobox', { name: '类型' })).toHaveTextContent('大区');
    expect(await offered(user)).toEqual(['大区', '商城', '供货商', '合伙人']);
  });

  it('is a store where one may stand', () => {
    open(unit('region', '华东'));
    expect(screen.getByRole('combobox', { name: '类型' })).toHaveTextContent('门店');
  });

  it('says beforehand which free returns it will have, and what is locked for it', async () => {
    open(unit('region', '华东'));
    expect(await screen.findByText(/华东 已开通退货包运费：新组织一建立就开通。 其中 1 项由上级锁定/)).toBeInTheDocument();
  });

  it('says what may stand there, and keeps what was typed, where the API refuses it all the same', async () => {
    const { user } = open(unit('region', '华东'), refused('TYPE_NOT_ALLOWED', { allowed: ['mall', 'partner'] }));
    await user.type(screen.getByRole('textbox', { name: /名称/ }), '江宁店');
    await user.click(screen.getByRole('button', { name: '新建下级' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('这一类组织不能放在这里，这里可以放商城、合伙人。');
    expect(screen.getByRole('textbox', { name: /名称/ })).toHaveValue('江宁店');
  });
});

it('what may stand where is what the organization’s library says', () => {
  const rows = /const mayHold: .*? = \{\n(.*?)\n\};/s.exec(matrix)![1]!;
  const said = [...rows.matchAll(/(\w+): \[(.*?)\]/g)].map(([, parent, types]) => [
    parent,
    [...types!.matchAll(/'(\w+)'/g)].map((match) => match[1]),
  ]);
  expect(Object.fromEntries(said)).toEqual(childTypes);
});
