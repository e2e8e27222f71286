import { Suspense, type ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useMay } from '../providers/session';
import { NotFound } from '../pages/notFound/NotFound';
import { BlockSkeleton } from '../shared/states';
import { landingOf } from './landing';
import { useMenu } from './registryContext';

/** Leads from `/` to the page where the viewer's work starts. */
export function Landing() {
  const menu = useMenu();
  const may = useMay();
  return <Navigate to={landingOf(menu, may)} replace />;
}

/** A page that the viewer may not open looks like one that does not exist; only at the root he is led to his own. */
export function Gate({ needs, children }: { needs?: string | undefined; children: ReactNode }) {
  const may = useMay();
  const { pathname } = useLocation();
  if (needs !== undefined && !may(needs)) return pathname === '/' ? <Landing /> : <NotFound />;
  return <Suspense fallback={<BlockSkeleton />}>{children}</Suspense>;
}
