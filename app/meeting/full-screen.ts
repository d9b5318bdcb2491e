/** Set while the program itself ends the full screen. */
let own = false;

/** Fills the screen where the browser lets it, which it does only upon a key or a click; the meeting goes on in the window where it does not. */
export function enterFullScreen(): void {
  const page = document.documentElement;
  if (document.fullscreenElement || !page.requestFullscreen) return;
  page.requestFullscreen().catch(() => {});
}
export function leaveFullScreen(): void {
  if (!document.fullscreenElement) return;
  own = true;
  document.exitFullscreen().catch(() => { own = false; });
}
export function toggleFullScreen(): void {
  if (document.fullscreenElement) leaveFullScreen();
  else enterFullScreen();
}
/** In full screen the browser keeps Escape to itself: that the full screen has ended is all one hears of it. Returns the end of listening. */
export function followFullScreen(left: () => void): () => void {
  const follow = () => {
    if (document.fullscreenElement) return;
    if (own) own = false;
    else left();
  };
  document.addEventListener('fullscreenchange', follow);
  return () => document.removeEventListener('fullscreenchange', follow);
}
