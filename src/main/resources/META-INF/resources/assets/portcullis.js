// Makes pages nicer; every one of them works without it.
'use strict';

// Show and hide what is typed into a secret field.
for (const button of document.querySelectorAll('[data-reveal]')) {
  const field = document.getElementById(button.dataset.reveal);
  const update = () => {
    const shown = field.type === 'text';
    button.textContent = shown ? button.dataset.hide : button.dataset.show;
    button.setAttribute('aria-pressed', String(shown));
  };
  button.addEventListener('click', () => {
    field.type = field.type === 'text' ? 'password' : 'text';
    update();
  });
  // A password manager and the browser's history know it as a secret again.
  field.form.addEventListener('submit', () => { field.type = 'password'; });
  button.hidden = false;
  update();
}

// Tick the rules of the PIN while it is typed. The server checks them again.
const pin = document.getElementById('pin');
const rules = document.querySelector('.rules');
if (pin && rules) {
  // The same blanks that the server trims: spaces of every kind and invisible marks.
  const trimmed = text => text.replace(/^[\s\p{Z}\p{Cf}]+|[\s\p{Z}\p{Cf}]+$/gu, '');
  const isRun = (digits, step) =>
    [...digits].every((digit, i) => i === 0 || (Number(digit) - Number(digits[i - 1]) + 10) % 10 === step);
  const checks = {
    length: text => text.length >= Number(pin.dataset.minimum) && text.length <= Number(pin.dataset.maximum),
    digits: text => /^[0-9]+$/.test(text),
    guessable: text => new Set(text).size > 1 && !isRun(text, 1) && !isRun(text, 9),
  };
  const words = new Map();
  for (const item of rules.children) {
    const word = document.createElement('span');
    word.className = 'visually-hidden';
    item.append(' ', word);
    words.set(item, word);
  }
  const show = () => {
    const text = trimmed(pin.value);
    for (const [item, word] of words) {
      const rule = item.dataset.rule;
      const met = text !== '' && checks[rule](text) && (rule !== 'guessable' || checks.digits(text));
      // While somebody is still typing, too short is no mistake yet, and a guess can't be judged.
      const open = text === '' || !met && (rule === 'length' && checks.digits(text) && text.length < Number(pin.dataset.minimum)
        || rule === 'guessable' && !(checks.length(text) && checks.digits(text)));
      item.classList.toggle('met', met);
      item.classList.toggle('not-met', !met && !open);
      word.textContent = open ? '' : '(' + (met ? rules.dataset.met : rules.dataset.notMet) + ')';
    }
  };
  rules.setAttribute('aria-live', 'polite');
  pin.addEventListener('input', show);
  show();
}

// After an error, start reading at what is wrong.
document.querySelector('[data-focus]')?.focus();

// An open menu closes by a click elsewhere and by Escape.
for (const menu of document.querySelectorAll('.person-menu')) {
  document.addEventListener('click', event => {
    if (!menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });
}

// One key presses a button, unless somebody is typing or has turned the key off.
for (const button of document.querySelectorAll('[data-key]')) {
  const hint = document.querySelector('[data-key-hint]');
  const toggle = hint.querySelector('button');
  const memory = 'key-' + button.dataset.key;
  const isOff = () => localStorage.getItem(memory) === 'off';
  const update = () => { toggle.textContent = isOff() ? toggle.dataset.on : toggle.dataset.off; };
  toggle.addEventListener('click', () => {
    localStorage.setItem(memory, isOff() ? 'on' : 'off');
    update();
  });
  document.addEventListener('keydown', event => {
    const isTyping = event.target.closest('input, select, textarea, [contenteditable]');
    if (event.key.toLowerCase() === button.dataset.key && !isTyping && !isOff()
        && !event.ctrlKey && !event.altKey && !event.metaKey && !event.repeat) {
      event.preventDefault();
      button.click();
    }
  });
  hint.hidden = false;
  update();
}

// One box chooses a whole list; each of its rows can still be chosen alone.
for (const all of document.querySelectorAll('[data-choose]')) {
  const boxes = [...document.getElementById(all.dataset.choose).querySelectorAll('input[type=checkbox]')];
  const update = () => {
    const count = boxes.filter(box => box.checked).length;
    all.checked = count === boxes.length;
    all.indeterminate = count > 0 && count < boxes.length;
  };
  all.addEventListener('change', () => boxes.forEach(box => { box.checked = all.checked; }));
  boxes.forEach(box => box.addEventListener('change', update));
  all.closest('[hidden]').hidden = false;
  update();
}

// Who comes back to the form of a new order finds the draft that it made.
const made = document.querySelector('[data-address-of]');
if (made) {
  const address = new URLSearchParams(location.search);
  address.set('id', made.value);
  history.replaceState(null, '', made.dataset.addressOf + '?' + address);
}

// Another language or appearance loads the page again: warn where something was typed that is not saved yet. A step of an
// order is saved by each of its own buttons; there all other ways out warn.
const step = document.getElementById('step');
let isTyped = false;
let isLeaving = false;
let isSaving = false;
step?.addEventListener('submit', () => { isSaving = true; });
window.addEventListener('pageshow', () => { isSaving = false; });
for (const form of document.querySelectorAll('main form[method=post]')) {
  form.addEventListener('input', () => { isTyped = true; });
}
for (const form of document.querySelectorAll('.top-bar form')) {
  form.addEventListener('submit', () => { isLeaving = true; });
}
window.addEventListener('beforeunload', event => {
  if (isTyped && (isLeaving || step && !isSaving)) event.preventDefault();
  isLeaving = false;
});

// Count down the minutes. What is left comes from the server, so that a wrong clock here does no harm.
for (const countdown of document.querySelectorAll('[data-left]')) {
  const end = performance.now() + Number(countdown.dataset.left) * 1000;
  const update = () => {
    const minutes = Math.floor((end - performance.now()) / 60000);
    countdown.textContent = minutes < 0 ? countdown.dataset.over
      : countdown.dataset.words.replace('#h', Math.floor(minutes / 60)).replace('#m', minutes % 60);
  };
  setInterval(update, 10000);
}

// Ask in time whether the person wants to stay signed in. Only the server knows when the session ends: another page may have
// extended it, so it is asked before anything is said. Asking does not extend it.
const sessionEnd = document.getElementById('session-end');
if (sessionEnd) {
  const form = sessionEnd.querySelector('form');
  const title = document.getElementById('session-title');
  const text = document.getElementById('session-text');
  const timer = sessionEnd.querySelector('[role=timer]');
  const problem = sessionEnd.querySelector('[role=alert]');
  const stay = form.querySelector('button:not([type])');
  const close = sessionEnd.querySelector('[data-close]');
  const words = { title: title.textContent, text: text.textContent, close: close.textContent };
  const warning = Number(sessionEnd.dataset.warning) * 1000;
  const pages = 'BroadcastChannel' in window ? new BroadcastChannel('session') : null;
  // What is added to a session that is extended with less than this left to its last end would be nothing.
  const leastGain = 5000;
  const pause = 3000;
  const refresh = 15000;
  let end;
  let last;
  let typedAt = -pause;
  let closedFor = '';
  let asked = 'calm';
  let next;

  const learn = answer => {
    end = performance.now() + answer.left * 1000;
    last = performance.now() + answer.longest * 1000;
  };
  const state = () => {
    const left = end - performance.now();
    return left <= 0 ? 'ended' : left > warning ? 'calm' : last - end < leastGain ? 'last' : 'warning';
  };
  const ask = async (options) => {
    try {
      const response = await fetch('/session', options);
      if (!response.ok) return false;
      learn(await response.json());
      return true;
    } catch {
      return false;
    }
  };
  const show = () => {
    const now = state();
    if (now === 'calm') {
      closedFor = '';
      if (sessionEnd.open) sessionEnd.close();
      return;
    }
    title.textContent = now === 'ended' ? title.dataset.ended : words.title;
    text.textContent = now === 'ended' ? text.dataset.ended : now === 'last' ? text.dataset.last : words.text;
    close.textContent = now === 'warning' ? words.close : close.dataset.last;
    stay.hidden = now !== 'warning';
    timer.parentElement.hidden = now === 'ended';
    const seconds = Math.max(0, Math.ceil((end - performance.now()) / 1000));
    timer.textContent = timer.dataset.words.replace('#m', Math.floor(seconds / 60)).replace('#s', seconds % 60);
    // Not in the middle of a word, which the dialog would swallow; but in time.
    const isTyping = performance.now() - typedAt < pause && end - performance.now() > warning / 2;
    if (!sessionEnd.open && closedFor !== now && !isTyping) {
      problem.hidden = true;
      sessionEnd.showModal();
      (now === 'warning' ? stay : close).focus();
    } else if (sessionEnd.open && stay.hidden && document.activeElement !== close) {
      close.focus();
    }
  };
  const wait = () => {
    clearTimeout(next);
    const left = end - performance.now();
    next = setTimeout(look, state() === 'calm' ? Math.min(left - warning, 2 ** 31 - 1) : left > 0 ? Math.min(refresh, left) : refresh);
  };
  const look = async () => {
    await ask();
    asked = state();
    show();
    wait();
  };
  document.addEventListener('input', () => { typedAt = performance.now(); });
  form.addEventListener('submit', async event => {
    event.preventDefault();
    problem.hidden = true;
    const isAnswered = await ask({ method: 'POST', body: new URLSearchParams(new FormData(form)) });
    problem.hidden = isAnswered;
    asked = state();
    show();
    wait();
    if (isAnswered) pages?.postMessage('extended');
  });
  // By its button or by Escape: not again until something else is to be said.
  close.addEventListener('click', () => sessionEnd.close());
  sessionEnd.addEventListener('close', () => { closedFor = state(); });
  pages?.addEventListener('message', look);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) look(); });
  window.addEventListener('pageshow', event => { if (event.persisted) look(); });
  // The seconds go on; anything new is only said once the server was asked.
  setInterval(() => { if (asked !== 'calm' && asked === state()) show(); }, 1000);
  learn({ left: Number(sessionEnd.dataset.seconds), longest: Number(sessionEnd.dataset.longest) });
  wait();
}
