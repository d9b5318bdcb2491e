import { useCallback, useRef, useState } from 'react';

/** The width of an element on the page, kept to it while it changes. */
export function useWidth<E extends HTMLElement>(): { ref: (element: E | null) => void; width: number } {
  const [width, setWidth] = useState(600);
  const observer = useRef<ResizeObserver | null>(null);
  const ref = useCallback((element: E | null) => {
    observer.current?.disconnect();
    if (!element) return;
    observer.current = new ResizeObserver(([entry]) => setWidth(Math.max(1, Math.round(entry.contentRect.width))));
    observer.current.observe(element);
  }, []);
  return { ref, width };
}
