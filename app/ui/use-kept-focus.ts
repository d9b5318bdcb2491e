import { useEffect, useRef, type RefObject } from 'react';

/**
 * Where what had the focus goes away (a row that opened its site, the form that was run), the focus stays in the part of the page
 * that it was in, at what `next` finds there, instead of falling to the page's beginning: who works by keys goes on from here.
 */
export function useKeptFocus<E extends HTMLElement>(next: string): RefObject<E | null> {
  const part = useRef<E>(null);
  useEffect(() => {
    const element = part.current!;
    let last: EventTarget | null = null;
    const remember = (event: FocusEvent) => { last = event.target; };
    const keep = () => {
      if (!(last instanceof Node) || last.isConnected || document.activeElement !== document.body) return;
      last = null;
      element.querySelector<HTMLElement>(next)?.focus({ preventScroll: true });
    };
    const changes = new MutationObserver(keep);
    element.addEventListener('focusin', remember);
    changes.observe(element, { childList: true, subtree: true });
    return () => { changes.disconnect(); element.removeEventListener('focusin', remember); };
  }, [next]);
  return part;
}
