import { RotateCw } from 'lucide-react';
import { Component, Suspense, type ReactNode } from 'react';
import { useWords } from '../i18n/index.ts';
import { asError, faultWords } from '../state/fault.ts';
import { Button } from './Button.tsx';

/** A part of the page that is loaded when it is asked for. Where it does not come, or fails, that is said and the rest goes on. */
export function Later({ children, fallback = null }: { children: ReactNode; fallback?: ReactNode }) {
  return <Boundary><Suspense fallback={fallback}>{children}</Suspense></Boundary>;
}

/** Keeps what fails below it from taking the whole page along. */
export class Boundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: asError(error) };
  }
  override render(): ReactNode {
    const { error } = this.state;
    return error ? <Fault error={error} onAgain={() => this.setState({ error: null })} /> : this.props.children;
  }
}

function Fault({ error, onAgain }: { error: Error; onAgain: () => void }) {
  const { say, sayCode } = useWords(), { key, params } = faultWords(error);
  return (
    <div className="fault" role="alert">
      <p>{sayCode(key, params)}</p>
      <div>
        <Button kind="primary" onClick={() => location.reload()}><RotateCw />{say('app.reload')}</Button>
        {key === 'app.bug' && <Button onClick={onAgain}>{say('app.goOn')}</Button>}
        {key === 'app.bug' && <Button onClick={() => void navigator.clipboard.writeText(error.stack ?? error.message)}>{say('app.copyDetail')}</Button>}
      </div>
    </div>
  );
}
