import { screen } from '@testing-library/react';
import { renderPage } from '../../testing/render';
import { TurnDrawer, turnOf, useTurnDrawer } from './TurnDrawer';

const east = { id: 'east', name: '华东大区', type: 'region' };
const effect = {
  ...{ node: east, dryRun: true, branches: 40, changed: 37, unchanged: 3, problems: [], warnings: [], approval: [] },
  ...{ reasons: [{ code: 'overridden', branches: 3, by: null, examples: [] }], fields: [], covers: [], clashes: [] },
};

function Page() {
  const drawer = useTurnDrawer();
  return (
    <>
      <button onClick={() => drawer.open(turnOf('a1', 'ends'))}>结束</button>
      <TurnDrawer drawer={drawer} />
    </>
  );
}

describe('what begins or ends by itself', () => {
  it('says in a drawer of how many branches it changes, and of which not', async () => {
    const asked: unknown[] = [];
    const { user } = renderPage(<Page />, {
      answers: {
        PreviewTurn: (variables: unknown) => {
          asked.push(variables);
          return { previewTurn: effect };
        },
      },
    });
    await user.click(screen.getByRole('button', { name: '结束' }));
    expect(await screen.findByText('37 家将变化，3 家无变化')).toBeInTheDocument();
    expect(screen.getByRole('dialog', { name: '影响范围' })).toHaveTextContent('结束时，华东大区及其下级：');
    expect(asked).toEqual([{ factId: 'a1', event: 'ends' }]);
  });
});
