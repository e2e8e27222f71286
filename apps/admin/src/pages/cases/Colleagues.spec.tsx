import { screen } from '@testing-library/react';
import { renderPage } from '../../testing/render';
import { AtWork, useAttend } from './Colleagues';

function Attending() {
  return <AtWork colleagues={useAttend('c1')} />;
}

const answers = {
  AttendCase: {
    attendCase: [
      { id: 'p2', personName: '小陈' },
      { id: 'p3', personName: '王芳' },
    ],
  },
  LeaveCase: { leaveCase: true },
};

describe('a case that is open', () => {
  it('says who else works on it', async () => {
    renderPage(<Attending />, { answers });
    expect(await screen.findByText('小陈和王芳正在处理')).toBeInTheDocument();
  });

  it('says so in English', async () => {
    renderPage(<Attending />, { answers, locale: 'en' });
    expect(await screen.findByText('Working on it now: 小陈 and 王芳')).toBeInTheDocument();
  });

  it('is left when its page is closed', async () => {
    const { api, unmount } = renderPage(<Attending />, { answers });
    await screen.findByText('小陈和王芳正在处理');
    unmount();
    expect(api.sent('LeaveCase').map(({ variables }) => variables)).toEqual([{ id: 'c1' }]);
  });
});
