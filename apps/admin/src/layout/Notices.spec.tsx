import { mock } from 'node:test';
import { act, screen } from '@testing-library/react';
import { ApiError } from '../providers/apiError';
import { useNotice } from '../shared/useNotice';
import { renderPage } from '../testing/render';
import { Notices } from './Notices';

function Page() {
  const notice = useNotice();
  return (
    <>
      <button onClick={() => notice.done('已在华东开通：389 家生效，20 家无变化')}>完成</button>
      <button onClick={() => notice.failed(new ApiError('', { code: 'NETWORK' }))}>出错</button>
      <Notices />
    </>
  );
}

const press = (name: string) => act(() => screen.getByText(name).click());

describe('notices', () => {
  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
  });
  afterEach(() => {
    mock.timers.reset();
  });

  it('of what was done go after six seconds', () => {
    renderPage(<Page />);
    press('完成');
    act(() => {
      mock.timers.tick(5_900);
    });
    expect(screen.getByRole('status')).toHaveTextContent('389 家生效');
    act(() => {
      mock.timers.tick(200);
    });
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });

  it('of what failed stay until they are closed, and do not hold up the others', () => {
    renderPage(<Page />);
    press('出错');
    press('完成');
    expect(screen.getByRole('status')).toBeInTheDocument();
    act(() => {
      mock.timers.tick(60_000);
    });
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
    expect(screen.getByRole('alert')).toHaveTextContent('连不上服务器');
    act(() => screen.getByRole('button', { name: '关闭' }).click());
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});
