"""A generated course for measuring the authoring commands, and cmark-gfm alone over the same Markdown."""

import ctypes
import ctypes.util
import shutil
import subprocess
import time
from pathlib import Path

QUESTIONS_A_QUIZ = 10
WORDS = (
    "on lit une consigne puis on prépare le poste avant de vérifier que chaque carton porte son étiquette et que le quai reste libre"
).split()


def paragraph(seed: int, count: int) -> str:
    return " ".join(WORDS[(seed * 7 + index * (3 + seed % 5)) % len(WORDS)] for index in range(count)).capitalize() + "."


def lesson_body(number: int) -> str:
    parts = []
    for section in range(5):
        seed = number * 5 + section
        parts.append(f"## Étape {section + 1} de la leçon {number}\n")
        parts.append(paragraph(seed, 60) + " **Important** : " + paragraph(seed + 1, 12) + "\n")
        parts.append("\n".join(f"- {paragraph(seed + line, 10)}" for line in range(4)) + "\n")
        parts.append(f"Voir [la leçon d’avant](activity:lecon-{max(0, number - 1)}) et `ls -l` ; *à retenir* : {paragraph(seed, 20)}\n")
        parts.append("| Geste | Sens |\n|---|---|\n" + "\n".join(f"| {paragraph(seed + row, 3)} | {paragraph(row, 5)} |" for row in range(4)) + "\n")
    return "\n".join(parts)


def question(quiz: int, number: int) -> tuple[str, list[str]]:
    seed = quiz * QUESTIONS_A_QUIZ + number
    texts = [paragraph(seed, 12), *(f"{paragraph(seed + choice, 4)[:-1]} {choice}" for choice in range(4)), paragraph(seed, 15)]
    lines = [f"  - id: q{number}", "    type: single", f'    text: "{texts[0]}"', "    choices:"]
    for choice in range(4):
        lines.append(f'      - {{ text: "{texts[1 + choice]}"{", correct: true" if choice == 1 else ""} }}')
    lines.append(f'    explanation: "{texts[5]}"')
    return "\n".join(lines), texts


def write(folder: Path, activities: int) -> list[str]:
    """Half lessons, half quizzes of ten questions, in modules of fifty. Returns the Markdown of all of them."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    markdown: list[str] = []
    pairs = activities // 2
    (folder / "course.yml").write_text(
        f"""format: 1
key: grand-cours
title: Un grand cours
language: fr
mode: remote
summary: Un cours fait pour mesurer.
hours: {{ total: {max(0.5, pairs * 15 / 60)} }}
objectives:
  - {{ id: mesurer, title: Mesurer }}
contacts:
  pedagogical: {{ title: Tutrice, hours-to-answer: 24 }}
  technical: {{ title: Aide, hours-to-answer: 8 }}
"""
    )
    for number in range(pairs):
        module = folder / f"{number // 25 + 1:02}-module"
        if number % 25 == 0:
            module.mkdir()
            (module / "module.yml").write_text(f"id: module-{number // 25 + 1}\ntitle: Module {number // 25 + 1}\n")
        place = number % 25 * 2 + 1
        body = lesson_body(number)
        markdown.append(body)
        head = f"---\nid: lecon-{number}\ntitle: Leçon {number}\nminutes: 10\n---\n\n"
        (module / f"{place:02}-lecon.md").write_text(head + body)
        quiz_texts: list[str] = []
        questions = [question(number, index) for index in range(QUESTIONS_A_QUIZ)]
        for _, texts in questions:
            quiz_texts.extend(texts)
        # One document an activity: cmark-gfm at its best, without a call for each choice.
        markdown.append("\n\n".join(quiz_texts))
        (module / f"{place + 1:02}-quiz.quiz.yml").write_text(
            f"id: quiz-{number}\ntitle: Quiz {number}\nminutes: 5\nobjectives: [mesurer]\nquestions:\n"
            + "\n".join(text for text, _ in questions)
            + "\n"
        )
    return markdown


def touch_one_lesson(folder: Path, mark: int) -> None:
    lesson = sorted(folder.glob("*/*.md"))[0]
    lesson.write_text(lesson.read_text() + f"\nUne phrase de plus, la {mark}e.\n")


def cmark_seconds(markdown: list[str], runs: int = 5) -> float:
    """The best of some runs of cmark-gfm with the extensions of the format: each text parsed and rendered."""
    library = ctypes.CDLL(ctypes.util.find_library("cmark-gfm") or "libcmark-gfm.so")
    extensions = ctypes.CDLL(ctypes.util.find_library("cmark-gfm-extensions") or "libcmark-gfm-extensions.so")
    extensions.cmark_gfm_core_extensions_ensure_registered()
    for name in ("cmark_parser_new", "cmark_parser_finish", "cmark_find_syntax_extension", "cmark_parser_get_syntax_extensions"):
        getattr(library, name).restype = ctypes.c_void_p
    library.cmark_render_html.restype = ctypes.c_void_p
    wanted = [ctypes.c_void_p(library.cmark_find_syntax_extension(name)) for name in (b"table", b"strikethrough", b"autolink", b"tasklist")]
    texts = [text.encode() for text in markdown]
    free = ctypes.CDLL(None).free
    best = float("inf")
    for _ in range(runs):
        start = time.perf_counter()
        for text in texts:
            parser = ctypes.c_void_p(library.cmark_parser_new(1 << 13))
            for extension in wanted:
                library.cmark_parser_attach_syntax_extension(parser, extension)
            library.cmark_parser_feed(parser, text, ctypes.c_size_t(len(text)))
            root = ctypes.c_void_p(library.cmark_parser_finish(parser))
            html = ctypes.c_void_p(library.cmark_render_html(root, 1 << 13, ctypes.c_void_p(library.cmark_parser_get_syntax_extensions(parser))))
            free(html)
            library.cmark_node_free(root)
            library.cmark_parser_free(parser)
        best = min(best, time.perf_counter() - start)
    return best


def timed(program: Path, *arguments: object) -> float:
    """Seconds that a command takes, its start included."""
    start = time.perf_counter()
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, arguments))}: {done.stdout[-500:]}{done.stderr[-500:]}")
    return time.perf_counter() - start
