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
  history.replaceState(null, '', made.dataset.addressOf + '?' + new URLSearchParams({ id: made.value }));
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
