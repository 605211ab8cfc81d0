"""Set phrases and grammar that deny in one language and not in another, in pairs of our own.

Both sides of a pair of ``ALIKE`` deny as often; of ``UNLIKE`` one denies what the other does not.
"""

import pytest

from transcheck.model import Side
from transcheck.polarity.negation import compare

ALIKE = {
    "de": (
        ("The shop cannot open until the police leave.",
         "Der Laden kann nicht öffnen, bis die Polizei abzieht."),
        ("He will not come unless he is invited.",
         "Er kommt nicht, es sei denn, er wird eingeladen."),
        ("She could not help laughing.", "Sie konnte nicht umhin zu lachen."),
        ("He hardly slept that night.", "Er schlief in dieser Nacht kaum."),
        ("They did not arrive until Monday.", "Sie kamen erst am Montag an."),
        ("They have no house and no car.", "Sie haben kein Haus und kein Auto."),
        ("A topic cannot have a title or a link.",
         "Ein Thema kann keinen Titel und keinen Link haben."),
        ("The numbers do not match.", "Die Zahlen stimmen nicht überein."),
        ("The damage is not insignificant.", "Der Schaden ist nicht unerheblich."),
        ("The list includes, but is not limited to, apples.",
         "Die Liste enthält unter anderem Äpfel."),
        ("Please do not hesitate to call.", "Bitte zögern Sie nicht, uns anzurufen."),
        ("The money was not enough for all of them.", "Das Geld hat für alle nicht ausgereicht."),
    ),
    "es": (
        ("The queue cannot be emptied until that ends.",
         "La cola no puede vaciarse hasta que acabe."),
        ("He did not leave until she arrived.", "No se fue hasta que ella llegó."),
        ("He left without anyone seeing him.", "Se fue sin que nadie lo viera."),
        ("It is not a film or it is not finished.", "No es una película o no está terminada."),
        ("He was not there and no one called him.", "No estaba allí y nadie lo llamó."),
        ("We cannot go because no one has a key.", "No podemos ir porque nadie tiene llave."),
        ("I cannot move the car.", "Me es imposible mover el coche."),
        ("Do not hesitate to call us.", "No dude en llamarnos."),
        ("He has not come, has he?", "No ha venido, ¿verdad?"),
        ("She hardly slept.", "Apenas durmió."),
        ("Whether he comes or not, we eat at nine.", "Venga o no, comemos a las nueve."),
        ("It has neither doors nor windows.", "No tiene puertas ni ventanas."),
    ),
    "fr": (
        ("You cannot enter until you have paid.",
         "Vous ne pouvez pas entrer tant que vous n’avez pas payé."),
        ("He eats only bread.", "Il ne mange que du pain."),
        ("All that is left is to pay.", "Il ne reste plus qu’à payer."),
        ("I fear that he is coming.", "Je crains qu’il ne vienne."),
        ("He left without anyone seeing him.", "Il est parti sans que personne ne le voie."),
        ("We cannot leave because nothing is ready.",
         "Nous ne pouvons pas partir car rien n’est prêt."),
        ("Why not come tomorrow?", "Pourquoi ne pas venir demain ?"),
        ("I am asking whether you are coming or not.", "Je demande si vous venez ou pas."),
        ("Do not hesitate to call us.", "N’hésitez pas à nous appeler."),
        ("He has neither house nor car.", "Il n’a ni maison ni voiture."),
    ),
    "pt": (
        ("No fee is charged if no name is given.",
         "Não se cobra taxa caso nenhum nome seja indicado."),
        ("He is ill, but no doctor has come.", "Ele está doente, porém nenhum médico veio."),
        ("He did not come and no one called.", "Ele não veio e ninguém ligou."),
        ("It is not free and never will be.", "Não é grátis e nunca será."),
        ("He does not leave unless she calls.", "Ele não sai a não ser que ela ligue."),
        ("The file cannot be opened.", "É impossível abrir o ficheiro."),
        ("It is not a valid image or could not be saved.",
         "Não é uma imagem válida ou não pôde ser guardada."),
        ("Do not forget the tickets.", "Não se esqueça dos bilhetes."),
        ("He hardly slept.", "Ele mal dormiu."),
        ("They did not arrive until Monday.", "Só chegaram na segunda-feira."),
        ("It has neither doors nor windows.", "Não tem portas nem janelas."),
        ("Whether he comes or not, we eat at nine.", "Venha ou não, comemos às nove."),
    ),
}  # fmt: skip
UNLIKE = {
    "de": ("They stood in the garden.", "Sie standen nicht im Garten."),
    "es": ("He was there and no one called him.", "Estaba allí y lo llamó Ana."),
    "fr": ("The number is not valid.", "Le numéro est valide."),
    "pt": ("It is not free and it never will be.", "Não é grátis e será sempre assim."),
}
PAIRS = [(lang, *pair) for lang, pairs in ALIKE.items() for pair in pairs]


@pytest.mark.parametrize(("lang", "source", "target"), PAIRS)
def test_set_phrases_deny_alike(lang: str, source: str, target: str) -> None:
    assert compare((source, "en"), (target, lang)) is None
    assert compare((target, lang), (source, "en")) is None


@pytest.mark.parametrize("lang", UNLIKE)
def test_what_one_side_alone_denies_is_found(lang: str) -> None:
    source, target = UNLIKE[lang]
    found = compare((source, "en"), (target, lang))
    assert found is not None
    assert found.side is (Side.TARGET if lang == "de" else Side.SOURCE)
