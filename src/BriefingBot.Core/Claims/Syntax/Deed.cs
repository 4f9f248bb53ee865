namespace BriefingBot.Claims;

/// <summary>Who does what a word of a sentence tells, and to whom, by the sentence's syntax.</summary>
/// <param name="Doers">The words that name them; of "is ill" and "died", whoever is or did.</param>
/// <param name="Done">The words that name whom or what it is done to.</param>
/// <param name="Owners">Of a deed told by a noun, whoever stands after "of": "the visit of the king", "the sale of the mill". What they do in it the noun does not say.</param>
/// <param name="IsNoun">Whether it is told by a noun: "the visit".</param>
internal sealed record Deed(IReadOnlyList<int> Doers, IReadOnlyList<int> Done, IReadOnlyList<int> Owners, bool IsNoun)
{
    // "Agreed to try to persuade them to go": so far up is looked for whoever goes.
    private const int MostStepsUp = 4;


    /// <param name="word">A verb, an adjective or a noun.</param>
    public static Deed Of(SyntaxTree tree, int word)
    {
        var isVerb = tree.IsVerb(word) || tree.Below(word, "cop").Any() || tree.Below(word, "nsubj").Any() || tree.Below(word, "nsubj:pass").Any();
        if (!isVerb && tree.Tags[word][0] is 'N' && tree.Relations[word] is not ("xcomp" or "conj"))
        {
            return OfNoun(tree, word);
        }

        var subjects = Subjects(tree, word, 0);
        var objects = tree.Below(word).Where(below => tree.Relations[below] is "obj" or "iobj").Select(below => Referent(tree, below, word)).ToList();
        // "The town the army took".
        if (objects.Count == 0 && !IsPassive(tree, word) && tree.Relations[word] == "acl:relcl" && tree.Heads[word] != SyntaxTree.Root && tree.Below(word, "nsubj").Any(subject => !FunctionWords.Is("relative", tree.Words[subject].Lower)))
        {
            objects.Add(tree.Heads[word]);
        }

        var agents = tree.Below(word).Where(below => tree.Relations[below] == "obl:agent" || (tree.Relations[below] == "obl" && IsPassive(tree, word) && Has(tree, below, "case", "by"))).ToList();
        return IsPassive(tree, word) ? new Deed(All(tree, agents), All(tree, subjects), [], false) : new Deed(All(tree, subjects), All(tree, objects), [], false);
    }

    public static bool IsPassive(SyntaxTree tree, int verb) => tree.Below(verb, "nsubj:pass").Any() || tree.Below(verb, "aux:pass").Any()
        || (tree.Tags[verb] == "VBN" && tree.Relations[verb] == "xcomp" && tree.Heads[verb] >= 0 && FunctionWords.Is("get", tree.Words[tree.Heads[verb]].Lower))
        || (tree.Tags[verb] == "VBN" && (tree.Relations[verb] is "acl" or "amod" || tree.Below(verb, "obl:agent").Any()) && !tree.Below(verb, "aux").Any())
        || (tree.Tags[verb] == "VBN" && tree.Relations[verb] is "conj" or "xcomp" && !tree.Below(verb, "aux").Any() && tree.Heads[verb] is var head and >= 0 && (tree.Below(head, "nsubj:pass").Any() || tree.Below(head, "aux:pass").Any()));

    private static List<int> Subjects(SyntaxTree tree, int verb, int steps)
    {
        var own = tree.Below(verb).Where(below => tree.Relations[below] is "nsubj" or "nsubj:pass" or "csubj").Select(below => Referent(tree, below, verb)).ToList();
        var head = tree.Heads[verb];
        if (own.Count > 0 || head < 0 || steps > MostStepsUp)
        {
            return own;
        }

        return tree.Relations[verb] switch
        {
            "conj" or "advcl" => Subjects(tree, head, steps + 1),
            // "Forced him to go": he goes.
            "xcomp" => tree.Below(head, "obj").ToList() is { Count: > 0 } objects && tree.IsVerb(head) ? objects : Subjects(tree, head, steps + 1),
            // "Their plans to go", and "they plan to go" where "plan" was read as a noun.
            "acl" when Has(tree, verb, "mark", "to") && tree.Below(head).Where(below => tree.Relations[below] is "nsubj" or "nmod:poss" && below < head).ToList() is { Count: > 0 } owners => owners,
            "acl" or "acl:relcl" => [head],
            _ => [],
        };
    }

    // "Who" is whoever it follows.
    private static int Referent(SyntaxTree tree, int word, int verb)
    {
        if (!FunctionWords.Is("relative", tree.Words[word].Lower))
        {
            return word;
        }

        var before = tree.Words[word].Lower == "who" ? Enumerable.Range(Math.Max(0, word - 2), Math.Min(word, 2)).LastOrDefault(at => !tree.Words[at].IsMark, -1) : -1;
        return tree.Relations[verb] == "acl:relcl" && tree.Heads[verb] >= 0 ? tree.Heads[verb] : before >= 0 && tree.Tags[before][0] == 'N' ? before : word;
    }

    private static Deed OfNoun(SyntaxTree tree, int noun)
    {
        var doers = tree.Below(noun).Where(below => tree.Relations[below] is "nmod:poss" or "compound" || (tree.Relations[below] == "nmod" && Has(tree, below, "case", "by"))).ToList();
        var others = tree.Below(noun, "nmod").Where(below => !Has(tree, below, "case", "by") && !tree.Below(below, "case").Any(of => FunctionWords.Is("when", tree.Words[of].Lower))).ToList();
        // "Norvane's defeat by Dahl".
        if (others.Count < tree.Below(noun, "nmod").Count())
        {
            others.AddRange(doers.Where(owner => tree.Relations[owner] != "nmod"));
            doers.RemoveAll(others.Contains);
        }

        // "He paid a visit".
        if (doers.Count == 0 && tree.Relations[noun] == "obj" && tree.Heads[noun] >= 0)
        {
            doers = Subjects(tree, tree.Heads[noun], 0);
        }

        return new Deed(All(tree, doers), All(tree, others.Where(other => !Has(tree, other, "case", "of"))), All(tree, others.Where(other => Has(tree, other, "case", "of"))), true);
    }

    private static bool Has(SyntaxTree tree, int word, string relation, string lower) => tree.Below(word, relation).Any(below => tree.Words[below].Lower == lower);

    // Each of "A and B", and what stands beside a name for the same.
    private static List<int> All(SyntaxTree tree, IEnumerable<int> words) =>
        [.. words.SelectMany(word => tree.Below(word).Where(below => tree.Relations[below] is "conj" or "appos" && tree.Tags[below] is not ['V' or 'J', ..]).Prepend(word))];
}
