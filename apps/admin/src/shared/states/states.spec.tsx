import { act, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { graphql } from '../../providers/graphql';
import { useApiMutation, useApiQuery, useCursorQuery } from '../../providers/hooks';
import { refused } from '../../testing/api';
import { renderPage } from '../../testing/render';
import { EmptyState, Loaded, RowsSkeleton } from '.';

const unitDocument = graphql(`
  query Unit($id: ID!) {
    orgNode(id: $id) {
      name
    }
  }
`);

function Unit({ id = 'east' }: { id?: string }) {
  const query = useApiQuery(unitDocument, { id });
  return (
    <Loaded query={query} failed="组织没有载入">
      {({ orgNode }) => <p>{orgNode?.name}</p>}
    </Loaded>
  );
}

const named = (name: string) => ({ orgNode: { name } });

describe('a part that loads', () => {
  it('fails by itself, says why, and comes back by another try', async () => {
    let tries = 0;
    const Unit1 = () => (tries++ === 0 ? refused('FORBIDDEN', { requestId: '01JD' }) : named('华东'));
    const { user } = renderPage(
      <>
        <p>别的内容</p>
        <Unit />
      </>,
      { answers: { Unit: Unit1 } },
    );
    expect(await screen.findByRole('alert')).toHaveTextContent('组织没有载入');
    expect(screen.getByRole('alert')).toHaveTextContent('请求编号 01JD');
    expect(screen.getByText('别的内容')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '重试' }));
    expect(await screen.findByText('华东')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('keeps what it showed while something else is on its way', async () => {
    let answer: (value: object) => void = () => undefined;
    function Two() {
      const [id, setId] = useState('east');
      return (
        <>
          <button onClick={() => setId('west')}>西</button>
          <Unit id={id} />
        </>
      );
    }
    const { user } = renderPage(<Two />, {
      answers: {
        Unit: ({ id }: { id: string }) => (id === 'east' ? named('华东') : new Promise<object>((resolve) => (answer = resolve))),
      },
    });
    await screen.findByText('华东');
    await user.click(screen.getByText('西'));
    expect(screen.getByText('华东')).toBeInTheDocument();
    act(() => answer(named('华西')));
    expect(await screen.findByText('华西')).toBeInTheDocument();
  });
});

const renameDocument = graphql(`
  mutation Rename($id: ID!, $name: String!, $version: Int!) {
    renameOrgNode(id: $id, name: $name, version: $version) {
      id
    }
  }
`);

it('a change has all that is shown asked again', async () => {
  let name = '华东';
  function Page() {
    const rename = useApiMutation(renameDocument);
    return (
      <>
        <Unit />
        <button onClick={() => rename.mutate({ id: 'east', name: '华东大区', version: 1 })}>改名</button>
      </>
    );
  }
  const { user } = renderPage(<Page />, {
    answers: {
      Unit: () => named(name),
      Rename: (variables: { name: string }) => {
        name = variables.name;
        return { renameOrgNode: { id: 'east' } };
      },
    },
  });
  await screen.findByText('华东');
  await user.click(screen.getByText('改名'));
  expect(await screen.findByText('华东大区')).toBeInTheDocument();
});

const childrenDocument = graphql(`
  query Children($page: PageInput) {
    orgNodeChildren(page: $page) {
      nextCursor
      total
      items {
        id
      }
    }
  }
`);

it('a list by pages asks for the next one from where the last one ended', async () => {
  function List() {
    const list = useCursorQuery(childrenDocument, {}, (answer) => answer.orgNodeChildren, { pageSize: 2 });
    return (
      <>
        <output>
          {list.rows.map((row) => row.id).join()} / {list.total}
        </output>
        {list.hasMore && <button onClick={list.loadMore}>更多</button>}
      </>
    );
  }
  const { user, api } = renderPage(<List />, {
    answers: {
      Children: ({ page }: { page: { after: string | null } }) => ({
        orgNodeChildren:
          page.after === null
            ? { items: [{ id: 'a' }, { id: 'b' }], nextCursor: 'b', total: 3 }
            : { items: [{ id: 'c' }], nextCursor: null, total: 3 },
      }),
    },
  });
  await user.click(await screen.findByText('更多'));
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('a,b,c / 3'));
  expect(screen.queryByText('更多')).not.toBeInTheDocument();
  expect(api.sent('Children').map((request) => request.variables['page'])).toEqual([
    { first: 2, after: null },
    { first: 2, after: 'b' },
  ]);
});

it('a skeleton does not flash for what comes at once, and is announced when it shows', async () => {
  renderPage(<RowsSkeleton />);
  expect(screen.queryByRole('status')).not.toBeInTheDocument();
  expect(await screen.findByRole('status')).toHaveTextContent('载入中');
});

describe('an empty list', () => {
  it('offers what makes the first', () => {
    renderPage(<EmptyState kind="nothing" text="还没有方案" action={<button>新建方案</button>} />);
    expect(screen.getByRole('button', { name: '新建方案' })).toBeInTheDocument();
  });

  it('offers to clear filters where these are the reason', async () => {
    let cleared = 0;
    const { user } = renderPage(<EmptyState kind="noMatch" onClear={() => cleared++} />);
    await user.click(screen.getByRole('button', { name: '清除筛选' }));
    expect(cleared).toBe(1);
  });
});
