using BriefingBot.Answers;
using BriefingBot.Answers.Drafts;
using BriefingBot.Articles;
using BriefingBot.Core.Tests.Retrieval;

namespace BriefingBot.Core.Tests.Answers;

/// <summary>Two articles on a ferry, and a question about it. Passage 1 of a prompt is the harbour office's story, 2 the union's.</summary>
internal static class SomeNews
{
    public const string Question = "How many people were hurt on the ferry Aurelia?";

    public const string Office =
        """
        The ferry Aurelia struck the mole of Tessaly on Monday, and twelve people were hurt on board, the harbour office said.

        “We counted twelve people hurt, and nobody is missing,” said Ilse Maron, the harbour master. “The captain was not on the bridge of the ferry.”

        The ferry reportedly lost its rudder on 4 March 2025. It may sail again in May. Maron denied that people on the ferry had been warned.
        """;

    public const string Union =
        """
        The seamen’s union claimed that 40 people were hurt on the ferry Aurelia. It has shown no evidence for the number.

        Dov Kessel, who leads the union, said the crew of the ferry “had slept four hours”. Police could not confirm that anybody hurt had died.
        """;

    public static Answerer Answerer(ModelWriter writer) => new(Index(), writer);

    public static Answerer Answerer(ScriptedModel model, DraftOptions? options = null) => Answerer(new ModelWriter(model, "test:scripted", options));

    public static MemoryIndex Index() => new(
        new Article("office", "Twelve hurt as ferry strikes mole", Office.ReplaceLineEndings("\n"), new Provenance("The Tessaly Mail", null, null, new DateOnly(2025, 3, 5), "en", "1"), []),
        new Article("union", "Union speaks of 40 hurt", Union.ReplaceLineEndings("\n"), new Provenance("Lantern", null, null, new DateOnly(2025, 3, 6), "en", "2"), []));

    /// <summary>What a reader sees of one sentence by a model; null if nothing.</summary>
    public static async Task<Answer> AskAsync(string text, params int[] passages) =>
        await Answerer(new ScriptedModel(ScriptedModel.Draft((text, passages)))).AskAsync(Question);
}
