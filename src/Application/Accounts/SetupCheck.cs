namespace CleanIssuing.Application.Accounts;

/// <summary>One point of the set-up. The words, with what to do, stand in WebUi's resources.</summary>
/// <param name="State">Whether it is as it must be.</param>
/// <param name="Arguments">What the words are filled with: ids, names, addresses, seconds.</param>
public sealed record SetupCheck(SetupPoint Point, SetupState State, params IReadOnlyList<string> Arguments);
