"""The scores of models: with stand-ins, with what is not there, and with tiny models that are made here."""

import json
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from aligner.cli import run
from aligner.errors import ConfigError, InputError
from aligner.model import Pair, Score
from aligner.neural import Running
from aligner.scores import Model, Parallel, ScoreContext, comet, embedding_similarity
from aligner.scores import run as run_scores
from tests import factory

TEXTS = [
    ("The knee was swollen.", "膝关节肿胀。", "body"),
    ("No fracture was seen.", "", "body"),
    ("She walked after 3 weeks.", "3周后她能行走。", "body"),
]
PAIRS = factory.pairs_of(TEXTS)  # type: ignore[arg-type]
NO_TORCH = "the extra 'neural' is not installed"
NO_COMET = "the extra 'comet' is not installed"


class Encoder:
    """Tells how many characters of a text are swollen, and how long it is."""

    def encode(self, sentences: list[str]) -> Any:
        return np.array([[text.count("swollen") + text.count("肿胀"), 1.0] for text in sentences])


class Kiwi:
    """Likes long translations; with `reference`, those as long as that."""

    def __init__(self, *, reference: bool) -> None:
        self.reference, self.calls = reference, list[dict[str, Any]]()

    def requires_references(self) -> bool:
        return self.reference

    def predict(self, samples: list[dict[str, str]], **options: Any) -> Any:
        self.calls.append({"samples": samples, **options})
        return SimpleNamespace(scores=[len(s["mt"]) / len(s.get("ref", s["src"])) for s in samples])


def asked(pairs: tuple[Pair, ...] = PAIRS, reference: Parallel | None = None, **models: Any) -> dict[str, Score]:
    found = {name.replace("_", "-"): Model(model, "tiny", 1) for name, model in models.items()}
    context = ScoreContext("en", "zh", reference=reference, models=found)
    return {score.name: score for score in run_scores(pairs, context)}


def test_without_a_model_they_are_left_out() -> None:
    assert not {"comet", "embedding_similarity"} & set(asked())


def test_similarity_is_the_mean_cosine_of_pairs_with_two_sides() -> None:
    score = asked(embedding_similarity=Encoder())["embedding_similarity"]
    assert score.per_pair == pytest.approx((1.0, None, 1.0)) and score.value == pytest.approx(1.0)
    assert "model:tiny" in score.signature and "n:2" in score.signature
    other = factory.pairs_of([("The knee was swollen.", "未见骨折。", "body")])
    assert asked(other, embedding_similarity=Encoder())["embedding_similarity"].value == pytest.approx(0.5**0.5)
    assert asked((), embedding_similarity=Encoder())["embedding_similarity"].value is None


@pytest.fixture
def no_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comet, "_has_gpu", lambda: False)


@pytest.mark.usefixtures("no_gpu")
def test_a_model_without_reference_sees_source_and_translation() -> None:
    kiwi = Kiwi(reference=False)
    score = asked(comet=comet.Comet(kiwi, Running(batch_size=3)))["comet"]
    first, second = (len(zh) / len(en) for en, zh, _ in (TEXTS[0], TEXTS[2]))
    assert score.per_pair == pytest.approx((first, None, second))
    assert score.value == pytest.approx((first + second) / 2)
    assert kiwi.calls[0]["samples"][1] == {"src": TEXTS[2][0], "mt": TEXTS[2][1]}
    assert kiwi.calls[0]["batch_size"] == 3 and kiwi.calls[0]["progress_bar"] is False


@pytest.mark.usefixtures("no_gpu")
def test_a_model_with_reference_sees_the_texts_that_stand_beside_it() -> None:
    kiwi = Kiwi(reference=True)
    with pytest.raises(ConfigError, match="--reference"):
        asked(comet=comet.Comet(kiwi, Running()))
    texts = Parallel(("膝关节肿胀。", "3周后她能行走。"), (("膝部肿胀。", ""),), of_pair=(0, 0, 1))
    score = asked(reference=texts, comet=comet.Comet(kiwi, Running()))["comet"]
    both = "The knee was swollen. No fracture was seen."
    assert kiwi.calls[0]["samples"] == [{"src": both, "mt": "膝关节肿胀。", "ref": "膝部肿胀。"}]
    assert score.per_pair == pytest.approx((6 / 5, 6 / 5, None))


def test_long_texts_are_done_in_parts_that_the_bar_shows() -> None:
    shares: list[float] = []
    pairs = factory.pairs_of([("Knee pain.", "膝痛。", "body")] * 600)
    context = ScoreContext(
        "en", "zh", models={"embedding-similarity": Model(Encoder(), "tiny", 1)}, progress=shares.append
    )
    (score,) = embedding_similarity.compute(pairs, context)
    assert len(score.per_pair) == 600 and len(shares) > 1
    assert shares == sorted(shares) and shares[-1] == 1.0


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    for name, text in (("a.en.txt", "The knee was swollen.\n"), ("a.zh.txt", "膝关节肿胀。\n")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / "a.en.txt"), str(tmp_path / "a.zh.txt")]


@pytest.mark.parametrize(
    ("score", "package", "extra"),
    [("embedding-similarity", "sentence_transformers", "neural"), ("comet", "comet", "comet")],
)
def test_without_the_package_one_line_says_what_to_install(
    files: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    score: str,
    package: str,
    extra: str,
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    assert run(["check", *files, "--score", f"{score}=any"]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1 and f"pip install '.[{extra}]'" in told


@pytest.mark.parametrize(
    ("given", "told"),
    [("commet=x", "did you mean 'comet'"), ("comet", "--score comet=MODEL"), ("bleu=x", "needs no model")],
)
def test_what_cannot_be_asked_for(files: list[str], capsys: pytest.CaptureFixture[str], given: str, told: str) -> None:
    assert run(["check", *files, "--score", given]) == 2
    assert told in capsys.readouterr().err


def test_the_configuration_names_models(files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = tmp_path / "aligner.toml"
    config.write_text('batch-size = 4\n[score-models]\ncommet = "x"\n', encoding="utf-8")
    assert run(["check", *files, "--config", str(config)]) == 2
    assert "aligner.toml, line 3" in (told := capsys.readouterr().err) and "did you mean 'comet'" in told
    config.write_text("batch-size = 0\n", encoding="utf-8")
    assert run(["check", *files, "--config", str(config)]) == 2
    assert "batch-size" in capsys.readouterr().err


def _similarity(files: list[str], model: Path, capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, Any]:
    told = ["--score", f"embedding-similarity={model}", "--format", "json", *more]
    assert run(["check", *files, *told]) == 0
    scores: dict[str, Any] = {score["name"]: score for score in json.loads(capsys.readouterr().out)["scores"]}
    return scores


def test_a_real_sentence_encoder(files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("torch", reason=NO_TORCH)
    models = pytest.importorskip("sentence_transformers.models", reason=NO_TORCH)
    from sentence_transformers import SentenceTransformer

    vocabulary = sorted({char for name in files for char in Path(name).read_text(encoding="utf-8")})
    tokenizer = models.tokenizer.WhitespaceTokenizer(vocabulary, stop_words=set())
    weights = np.random.default_rng(0).standard_normal((len(vocabulary), 16))
    parts = models.WordEmbeddings(tokenizer, weights), models.Pooling(16)
    SentenceTransformer(modules=list(parts), device="cpu").save(str(tmp_path / "tiny"))
    score = _similarity(files, tmp_path / "tiny", capsys, "--device", "cpu", "--batch-size", "2")[
        "embedding_similarity"
    ]
    assert -1 <= score["value"] <= 1 and "model:tiny" in score["signature"] and len(score["per_segment"]) == 1
    assert run(["check", *files, "--score", f"embedding-similarity={tmp_path / 'tiny'}", "--device", "abacus"]) == 2
    assert "the device 'abacus' cannot be used" in capsys.readouterr().err


@pytest.mark.parametrize("reference", [False, True])
def test_a_real_comet_model(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], *, reference: bool
) -> None:
    pytest.importorskip("comet", reason=NO_COMET)
    _save_comet(tmp_path / "tiny", files, reference=reference)
    told = ["--score", f"comet={tmp_path / 'tiny'}", "--device", "cpu", "--batch-size", "2", "--format", "json"]
    given = ["--reference", files[1]] if reference else []
    assert run(["check", *files, *told, *given]) == 0
    told_of_itself = capsys.readouterr()
    (score,) = (one for one in json.loads(told_of_itself.out)["scores"] if one["name"] == "comet")
    assert told_of_itself.err == ""
    assert isinstance(score["value"], float) and score["per_segment"] == [score["value"]]
    assert f"reference:{int(reference)}" in score["signature"] and "model:tiny" in score["signature"]


def test_a_comet_model_that_is_not_there(tmp_path: Path) -> None:
    pytest.importorskip("comet", reason=NO_COMET)
    for name in (str(tmp_path / "absent"), "no-such-owner/no-such-model"):
        with pytest.raises(InputError, match="no such COMET model on this machine"):
            comet.load(name, Running())


def _save_comet(folder: Path, files: list[str], *, reference: bool) -> None:
    """Make a COMET model of random weights on an encoder of four numbers a character."""
    import torch
    import yaml
    from comet.models import ReferencelessRegression, RegressionMetric
    from tokenizers import Tokenizer, models, pre_tokenizers
    from transformers import XLMRobertaConfig, XLMRobertaModel, XLMRobertaTokenizerFast

    torch.manual_seed(0)
    characters = sorted({char for name in files for char in Path(name).read_text(encoding="utf-8")})
    words = ["<s>", "<pad>", "</s>", "<unk>", "<mask>", *characters]
    tokenizer = Tokenizer(models.WordLevel({word: k for k, word in enumerate(words)}, unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Split("", "isolated")
    encoder = folder / "encoder"
    XLMRobertaTokenizerFast(tokenizer_object=tokenizer).save_pretrained(encoder)
    sizes = {"hidden_size": 4, "num_hidden_layers": 1, "num_attention_heads": 1, "intermediate_size": 4}
    config = XLMRobertaConfig(vocab_size=len(words), max_position_embeddings=512, **sizes)
    XLMRobertaModel(config).save_pretrained(encoder)
    kind = RegressionMetric if reference else ReferencelessRegression
    model = kind(pretrained_model=str(encoder), hidden_sizes=[4], load_pretrained_weights=False, local_files_only=True)
    (folder / "checkpoints").mkdir()
    told = {"state_dict": model.state_dict(), "hyper_parameters": dict(model.hparams)}
    import pytorch_lightning

    told["pytorch-lightning_version"] = pytorch_lightning.__version__
    torch.save(told, folder / "checkpoints" / "model.ckpt")
    (folder / "hparams.yaml").write_text(
        yaml.safe_dump({"class_identifier": model.hparams["class_identifier"]}), "utf-8"
    )
