import { useLayoutEffect, useState } from 'react';

/** The screen that large type is laid out for (pixels): a small projector. */
const LAID_OUT_FOR = { width: 1280, height: 720 };
const scaleOf = ({ innerWidth, innerHeight }: Window): number => Math.min(4, Math.max(0.8, Math.min(innerWidth / LAID_OUT_FOR.width, innerHeight / LAID_OUT_FOR.height)));

/** How much larger everything is to be drawn, so that a wall is read from as far as a projector's picture: 3 on 3840 x 2160, 1 where it is not wanted. */
export function useScreenScale(wanted: boolean): number {
  const [scale, setScale] = useState(1);
  useLayoutEffect(() => {
    if (!wanted) return undefined;
    const follow = () => setScale(scaleOf(window));
    follow();
    window.addEventListener('resize', follow);
    return () => window.removeEventListener('resize', follow);
  }, [wanted]);
  return wanted ? scale : 1;
}
