// @ts-check

/** What was done is told at the bottom of the window, for as long as it takes to read it. Without this it stands at the top of the page. */
const done = document.getElementById('done');
const AT_LEAST = 6000;
const A_LETTER = 80;

if (done) {
  done.classList.add('toast');
  const time = Math.max(AT_LEAST, (done.textContent ?? '').trim().length * A_LETTER);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const isUsed = () => done.matches(':hover') || done.contains(document.activeElement);
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (isUsed()) wait();
      else done.classList.add('is-over');
    }, time);
  };
  for (const name of ['pointerleave', 'focusout']) done.addEventListener(name, wait);
  wait();
}

export {};
