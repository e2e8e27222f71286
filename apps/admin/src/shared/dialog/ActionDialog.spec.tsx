import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { ApiError } from '../../providers/apiError';
import { renderPage } from '../../testing/render';
import { violationsIn } from '../../testing/axe';
import { ActionDialog } from './ActionDialog';

let given: string[] = [];
beforeEach(() => {
  given = [];
});

function Reject({ fail = false, required = true }: { fail?: boolean; required?: boolean }) {
  const [open, setOpen] = useState(true);
  return (
    <ActionDialog
      open={open}
      onClose={() => setOpen(false)}
      title="拒绝申请"
      effect="拒绝后买家 7 天内可修改申请或申请平台介入。"
      reason={{ label: '原因', required }}
      onConfirm={async (reason) => {
        given.push(reason);
        if (fail) throw new ApiError('', { code: 'STALE_VERSION', requestId: '01JD3K' });
      }}
    />
  );
}

const button = () => screen.getByRole('button', { name: '拒绝申请' });
const reason = () => screen.getByRole('textbox', { name: /原因/ });

describe('an action’s dialog', () => {
  it('is named by its verb, says the effect, and waits for the reason', async () => {
    const { user } = renderPage(<Reject />);
    expect(screen.getByRole('dialog', { name: '拒绝申请' })).toHaveTextContent('拒绝后买家 7 天内可修改申请');
    expect(reason()).toHaveFocus();
    expect(button()).toBeDisabled();
    await user.type(reason(), '  吊牌已剪 ');
    await user.click(button());
    expect(given).toEqual(['吊牌已剪']);
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });

  it('begins with the field that asks for it, and else with the reason', () => {
    const props = { open: true, onClose: () => undefined, title: '设定预算', effect: '', onConfirm: () => Promise.resolve() };
    const dialog = (first: boolean) => (
      <ActionDialog key={String(first)} {...props} reason={{ label: '原因' }}>
        <input aria-label="金额" autoFocus={first} />
      </ActionDialog>
    );
    const { unmount } = renderPage(dialog(true));
    expect(screen.getByRole('textbox', { name: '金额' })).toHaveFocus();
    unmount();
    renderPage(dialog(false));
    expect(reason()).toHaveFocus();
  });

  it('is confirmed by Enter, not by Shift Enter, and not by the Enter of an input method', async () => {
    const { user } = renderPage(<Reject />);
    await user.type(reason(), '吊牌已剪');
    fireEvent.keyDown(reason(), { key: 'Enter', isComposing: true });
    fireEvent.keyDown(reason(), { key: 'Enter', keyCode: 229 });
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(given).toEqual([]);
    await user.keyboard('{Enter}');
    expect(given).toEqual(['吊牌已剪']);
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });

  it('does not confirm by Enter without the reason it asks for', async () => {
    const { user } = renderPage(<Reject />);
    await user.type(reason(), '   {Enter}');
    expect(given).toEqual([]);
  });

  it('keeps what was typed when it is refused, and says why, with the request’s id', async () => {
    const { user } = renderPage(<Reject fail />);
    await user.type(reason(), '吊牌已剪{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('打开之后已有人改动');
    expect(screen.getByRole('alert')).toHaveTextContent('01JD3K');
    expect(reason()).toHaveValue('吊牌已剪');
    expect(button()).toBeEnabled();
  });

  it('closes by Esc without doing anything', async () => {
    const { user } = renderPage(<Reject required={false} />);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(given).toEqual([]);
  });

  it('has no serious accessibility violation', async () => {
    renderPage(<Reject />);
    expect(await violationsIn(document.body)).toEqual([]);
  });
});
