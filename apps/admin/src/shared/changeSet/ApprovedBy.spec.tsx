import { screen } from '@testing-library/react';
import { renderPage } from '../../testing/render';
import { viewer } from '../../testing/viewer';
import { ApprovedBy } from './ApprovedBy';

const approval = { changeSetId: 'c4', number: 4, approverName: '周敏' };

describe('who approved it', () => {
  it('leads those who read change sets to theirs', () => {
    renderPage(<ApprovedBy approval={approval} />, { viewer: viewer({ permissions: ['changeSet.read'] }) });
    expect(screen.getByRole('link', { name: '周敏 审批（变更单 #4）' })).toHaveAttribute('href', '/changes/c4');
  });

  it('is text for everybody else', () => {
    renderPage(<ApprovedBy approval={approval} />, { locale: 'en' });
    expect(screen.getByText('Approved by 周敏 (change set #4)')).toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('names nobody where none was needed', () => {
    renderPage(<ApprovedBy approval={{ ...approval, approverName: null }} />);
    expect(screen.getByText('变更单 #4')).toBeInTheDocument();
  });
});
