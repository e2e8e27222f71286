import LinearProgress from '@mui/material/LinearProgress';
import { styled } from '@mui/material/styles';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState } from './ErrorState';
import { BlockSkeleton } from './skeletons';

const Frame = styled('div')({ position: 'relative' });
const Bar = styled(LinearProgress)({ position: 'absolute', insetInline: 0, top: 0, zIndex: 4 });

/** The 2 px bar over content that is being asked again. */
export const RefetchBar = ({ on }: { on: boolean }) => (on ? <Bar aria-hidden /> : null);

interface LoadedProps<Data> {
  readonly query: UseQueryResult<Data>;
  /** What it means when this does not come: 「费用没有载入」. */
  readonly failed: string;
  readonly skeleton?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** A part of a page that is asked from the API: skeleton, content, or error of its own, so that the other parts live on. */
export function Loaded<Data>({ query, failed, skeleton = <BlockSkeleton />, children }: LoadedProps<Data>) {
  if (query.isPending) return skeleton;
  const retry = () => void query.refetch();
  if (query.data === undefined) return <ErrorState failed={failed} error={query.error} onRetry={retry} />;
  return (
    <Frame>
      <RefetchBar on={query.isPlaceholderData} />
      {query.error && <ErrorState failed={failed} error={query.error} onRetry={retry} />}
      {children(query.data)}
    </Frame>
  );
}
