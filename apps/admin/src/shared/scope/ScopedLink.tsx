import Link, { type LinkProps } from '@mui/material/Link';
import { Link as RouterLink, useNavigate } from 'react-router';
import { useScopedPath } from './useScope';

/** A link to another page of the console that keeps the scope. */
export function ScopedLink({ to, ...props }: Omit<LinkProps, 'href' | 'component'> & { to: string }) {
  const scoped = useScopedPath();
  return <Link component={RouterLink} to={scoped(to)} {...props} />;
}

/** Goes to another page of the console and keeps the scope. */
export function useGo(): (path: string) => void {
  const navigate = useNavigate();
  const scoped = useScopedPath();
  return (path) => void navigate(scoped(path));
}
