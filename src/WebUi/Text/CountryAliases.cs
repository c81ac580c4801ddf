namespace CleanIssuing.WebUi.Text;

/// <summary>What people type who look for a country that the list calls by another name.</summary>
public static class CountryAliases
{
    public static string Of(string code) => code switch
    {
        "AE" => "uae emirates",
        "BA" => "bosnia",
        "CD" => "congo drc",
        "CI" => "ivory coast",
        "CZ" => "czech republic",
        "GB" => "uk britain england scotland wales",
        "KR" => "south korea",
        "MM" => "burma",
        "NL" => "holland",
        "RU" => "russian federation",
        "SZ" => "swaziland",
        "TR" => "turkey",
        "US" => "usa america",
        "VA" => "vatican",
        _ => "",
    };
}
