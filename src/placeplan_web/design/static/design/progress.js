// Ask every second how far work is; without a script there is a link that does the same.
// The frame says where to ask (data-address) and what is under way (data-work).
const frame = document.getElementById("progress");
const words = frame.querySelector(".pp-progress__words");
const bar = frame.querySelector("progress");

async function look() {
  const answer = await fetch(frame.dataset.address, { credentials: "same-origin" });
  if (!answer.ok) return;
  const now = await answer.json();
  if (!now.under_way) {
    window.location.reload();
    return;
  }
  const text = `${frame.dataset.work} is ${now.doing} ${now.left}`.trim();
  if (words.textContent !== text) words.textContent = text;
  bar.max = now.all;
  bar.value = now.done;
}

window.setInterval(() => look().catch(() => {}), 1000);
