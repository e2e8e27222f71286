import { useTranslate } from 'ra-core';
import { Component, type ReactNode } from 'react';
import { ErrorState } from '../shared/states';

function Failed({ error }: { error: unknown }) {
  const t = useTranslate();
  // A page whose code is gone (a new release) comes back with the new release.
  return <ErrorState failed={t('layout.failed')} error={error} onRetry={() => window.location.reload()} />;
}

interface State {
  readonly error: unknown;
}

/** A page that fails takes neither the menu nor the top bar with it. Give it the path as `key`, so that the next page starts well. */
export class PageBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    return this.state.error === null ? this.props.children : <Failed error={this.state.error} />;
  }
}
