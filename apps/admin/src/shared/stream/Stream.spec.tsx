import { screen } from '@testing-library/react';
import { renderPage } from '../../testing/render';
import { Stream } from './Stream';
import { StreamPath } from './StreamPath';

const linesOf = (item: HTMLElement) =>
  Object.fromEntries(
    [...item.querySelectorAll<HTMLElement>('[data-part]')].map((line) => [line.dataset['part'], line.dataset['line']]),
  );

describe('the stream', () => {
  it('runs unbroken from the source to the unit, and neither before nor after', () => {
    renderPage(
      <Stream
        label="来源"
        items={[
          { key: 'hq', mark: 'gate', content: '总部' },
          { key: 'east', mark: 'flow', content: '华东' },
          { key: 'store', mark: 'own', content: '门店' },
        ]}
      />,
    );
    const items = screen.getAllByRole('listitem');
    expect(items.map(linesOf)).toEqual([{ below: 'solid' }, { above: 'solid', below: 'solid' }, { above: 'solid' }]);
  });

  it('says aloud what beads and gates mean', () => {
    renderPage(
      <Stream
        label="来源"
        items={[
          { key: 'hq', mark: 'gate', content: '总部' },
          { key: 'store', mark: 'own', content: '门店' },
        ]}
      />,
    );
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['已锁定总部', '已自定义门店']);
  });

  it('is dashed from where service is suspended down to the end', () => {
    renderPage(
      <Stream
        label="来源"
        items={[
          { key: 'hq', mark: 'flow', content: '总部' },
          { key: 'east', mark: 'flow', suspended: true, content: '华东' },
          { key: 'zj', mark: 'flow', content: '浙江' },
          { key: 'store', mark: 'flow', content: '门店' },
        ]}
      />,
    );
    expect(screen.getAllByRole('listitem').map(linesOf)).toEqual([
      { below: 'solid' },
      { above: 'solid', below: 'dashed' },
      { above: 'dashed', below: 'dashed' },
      { above: 'dashed' },
    ]);
  });
});

describe('a path on one line', () => {
  const steps = ['总部', '华东', '浙江', '杭州'].map((name) => ({ id: name, name }));

  it('keeps both ends when it is long, and the whole in its title', () => {
    const { container } = renderPage(<StreamPath steps={steps} />);
    expect(container).toHaveTextContent('总部…浙江杭州');
    expect(screen.getByTitle('总部 › 华东 › 浙江 › 杭州')).toBeInTheDocument();
  });

  it('shows all of a short one', () => {
    const { container } = renderPage(<StreamPath steps={steps.slice(0, 3)} />);
    expect(container).toHaveTextContent('总部华东浙江');
  });
});
