package io.ctmconnect.sandbox.seed;

import java.util.List;

/** A place callers come from. */
record City(String name, String state, String postalCode, String area, double latitude, double longitude) {

    static final List<City> EAST = List.of(
            new City("Annapolis", "MD", "21401", "410", 38.9784, -76.4922),
            new City("Frederick", "MD", "21701", "301", 39.4143, -77.4105),
            new City("Albany", "NY", "12207", "518", 42.6526, -73.7562),
            new City("Brooklyn", "NY", "11201", "718", 40.6782, -73.9442),
            new City("Newark", "NJ", "07102", "973", 40.7357, -74.1724),
            new City("Hartford", "CT", "06103", "860", 41.7658, -72.6734),
            new City("Boston", "MA", "02108", "617", 42.3601, -71.0589),
            new City("Buffalo", "NY", "14202", "716", 42.8864, -78.8784));

    static final List<City> WEST = List.of(
            new City("Seattle", "WA", "98101", "206", 47.6062, -122.3321),
            new City("Tacoma", "WA", "98402", "253", 47.2529, -122.4443),
            new City("Spokane", "WA", "99201", "509", 47.6588, -117.4260),
            new City("Eugene", "OR", "97401", "541", 44.0521, -123.0868),
            new City("Sacramento", "CA", "95814", "916", 38.5816, -121.4944),
            new City("Oakland", "CA", "94607", "510", 37.8044, -122.2712),
            new City("Boise", "ID", "83702", "208", 43.6150, -116.2023),
            new City("Tucson", "AZ", "85701", "520", 32.2226, -110.9747));
}
