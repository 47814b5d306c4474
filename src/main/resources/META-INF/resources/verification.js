// Triage by keyboard: j and k walk the queue, a and d choose the decision. An addition only: every step is a link or a form as well.
(function () {
    "use strict";

    // Registers ask for a number to be typed: one press takes it along.
    document.querySelectorAll("button[data-copy]").forEach((button) => {
        if (!navigator.clipboard) {
            return;
        }
        button.hidden = false;
        button.addEventListener("click", () => {
            const text = document.getElementById(button.dataset.copy).textContent.trim();
            navigator.clipboard.writeText(text).then(() => {
                button.lastChild.textContent = button.dataset.copied;
            });
        });
    });

    const REMEMBERED = "verification-keys";
    const note = document.querySelector("[data-keys-note]");
    const on = document.getElementById("keys-on");
    if (!note || !on) {
        return;
    }
    note.hidden = false;
    on.checked = localStorage.getItem(REMEMBERED) !== "off";
    on.addEventListener("change", () => localStorage.setItem(REMEMBERED, on.checked ? "on" : "off"));

    const rows = () => Array.from(document.querySelectorAll("[data-key-row]"));

    function walk(step) {
        const all = rows();
        if (all.length === 0) {
            return;
        }
        const focused = all.indexOf(document.activeElement);
        const current = focused >= 0 ? focused : all.findIndex((row) => row.getAttribute("aria-current") === "page");
        const next = all[current < 0 ? 0 : Math.min(Math.max(current + step, 0), all.length - 1)];
        if (document.getElementById("decision") && next.getAttribute("aria-current") !== "page") {
            next.click();
        } else {
            next.focus();
        }
    }

    function choose(...verdicts) {
        for (const verdict of verdicts) {
            const radio = document.querySelector('#decision input[name="verdict"][value="' + verdict + '"]');
            if (radio) {
                radio.checked = true;
                document.querySelector("#decision textarea").focus();
                return;
            }
        }
    }

    function asked() {
        const chosen = document.querySelector('#decision input[name="verdict"]:checked');
        return chosen && /^(GRANT|PROPOSE)/.test(chosen.value) ? chosen.value : "GRANT_DOCUMENTS";
    }

    document.addEventListener("keydown", (event) => {
        const typing = event.target.closest("input:not([type=radio]):not([type=checkbox]), textarea, select");
        if (!on.checked || typing || event.ctrlKey || event.altKey || event.metaKey) {
            return;
        }
        const deeds = {
            j: () => walk(1),
            k: () => walk(-1),
            a: () => choose(asked(), "GRANT_DOCUMENTS", "CONFIRM"),
            d: () => choose("REFUSE", "WITHDRAW", "REJECT"),
        };
        if (deeds[event.key]) {
            event.preventDefault();
            deeds[event.key]();
        }
    });
})();
